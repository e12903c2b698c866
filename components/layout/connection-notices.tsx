"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";

type Texts = {
  offline: string;
  offlineHelp: string;
  newVersion: string;
  newVersionHelp: string;
  reload: string;
  later: string;
};

const CHECK_EVERY_MS = 5 * 60_000;

/** Asks the server which version it runs; null when it cannot be asked. */
async function versionOfServer(): Promise<string | null> {
  try {
    const response = await fetch("/health/live", { cache: "no-store" });
    const body = (await response.json()) as { version?: unknown };
    return typeof body.version === "string" ? body.version : null;
  } catch {
    return null;
  }
}

/**
 * Two notices above the page: the connection is gone, and a newer version is waiting. Neither takes anything away: what
 * is typed stays, and the person reloads when it suits them.
 */
export function ConnectionNotices({ version, texts }: { version: string; texts: Texts }) {
  const [offline, setOffline] = useState(false);
  const [outdated, setOutdated] = useState(false);

  useEffect(() => {
    let lastCheck = Date.now();
    const update = () => setOffline(!navigator.onLine);
    const look = async () => {
      if (document.visibilityState !== "visible" || Date.now() - lastCheck < CHECK_EVERY_MS) return;
      lastCheck = Date.now();
      const running = await versionOfServer();
      if (running !== null && running !== version) setOutdated(true);
    };
    update();
    const timer = setInterval(look, CHECK_EVERY_MS);
    window.addEventListener("online", update);
    window.addEventListener("offline", update);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", update);
      window.removeEventListener("offline", update);
      document.removeEventListener("visibilitychange", look);
    };
  }, [version]);

  return (
    <div role="status" aria-live="polite" data-print="hide">
      {offline ? (
        <Notice
          icon={<Icon name="wifi-off" />}
          title={texts.offline}
          help={texts.offlineHelp}
          tone="bg-warning-subtle text-warning"
        />
      ) : null}
      {outdated && !offline ? (
        <Notice
          icon={<Icon name="refresh-cw" />}
          title={texts.newVersion}
          help={texts.newVersionHelp}
          tone="bg-info-subtle text-info"
        >
          <button
            type="button"
            className="min-h-7 px-1 font-semibold underline"
            onClick={() => location.reload()}
          >
            {texts.reload}
          </button>
          <button type="button" className="min-h-7 px-1 underline" onClick={() => setOutdated(false)}>
            {texts.later}
          </button>
        </Notice>
      ) : null}
    </div>
  );
}

function Notice(props: { icon: ReactNode; title: string; help: string; tone: string; children?: ReactNode }) {
  return (
    <div
      className={`flex flex-wrap items-center justify-center gap-x-3 gap-y-0.5 px-4 py-1 text-sm ${props.tone}`}
    >
      <span className="flex items-center gap-2 font-medium">
        {props.icon}
        {props.title}
      </span>
      <span className="text-foreground">{props.help}</span>
      {props.children}
    </div>
  );
}
