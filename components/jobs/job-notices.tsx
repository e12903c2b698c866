"use client";

import { useEffect } from "react";
import { JOB_STARTED } from "./job-started";

/**
 * Notices of jobs that end, wherever the person is. Draws nothing; the poller comes after the page is idle, asks once,
 * and goes on asking only while a job waits or runs.
 */
export function JobNotices() {
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    const begin = () =>
      import("./watch-jobs").then(({ watchJobs }) => {
        if (!gone) stop ??= watchJobs();
      });
    const idle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 3000));
    const handle = idle(begin, { timeout: 20_000 });
    window.addEventListener(JOB_STARTED, begin);
    return () => {
      gone = true;
      (window.cancelIdleCallback ?? window.clearTimeout)(handle);
      window.removeEventListener(JOB_STARTED, begin);
      stop?.();
    };
  }, []);
  return null;
}
