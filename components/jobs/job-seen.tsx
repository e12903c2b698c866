"use client";

import { useEffect } from "react";
import { watchedHere } from "./watched-here";

/** Marks that this page shows how a job ended, so that no notice repeats it. Draws nothing. */
export function JobSeen({ id }: { id: string }) {
  useEffect(() => {
    watchedHere.add(id);
    void import("./watch-jobs").then(({ markSeen }) => markSeen([id]));
  }, [id]);
  return null;
}
