"use client";

import { useEffect } from "react";
import { clearDrafts } from "@/components/forms/draft";
import { clearRecent } from "./recent";
import { signingOut } from "./while-signed-in";

const QUIET_MS = 60_000;

function closePopoverAround(event: MouseEvent): void {
  const target = event.target;
  if (!(target instanceof Element) || !target.closest("a[href], button[type=submit]")) return;
  const around = target.closest<HTMLElement>("[popover]:popover-open");
  // After the click has done its work: a form inside is sent by this very click. Menus of several choices stay.
  if (around && !("stay" in around.dataset)) setTimeout(() => around.hidePopover?.());
}

/** Who signs out leaves nothing typed behind and asks nothing more; a session that was merely lost keeps its drafts. */
function onSubmit(event: SubmitEvent): void {
  if (!(event.target instanceof HTMLFormElement) || !("signsOut" in event.target.dataset)) return;
  clearDrafts();
  clearRecent();
  signingOut();
}

function registerWorker(): void {
  if (!("serviceWorker" in navigator) || process.env.NODE_ENV !== "production") return;
  navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" }).catch(() => {
    // Without it the site works as before; only the page for being offline is missing.
  });
}

/** What the frame does in the browser beside drawing: menus close after a choice, the service worker comes after idle. */
export function Behaviours() {
  useEffect(() => {
    document.addEventListener("click", closePopoverAround);
    document.addEventListener("submit", onSubmit);
    const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 3000));
    idle(registerWorker, { timeout: QUIET_MS });
    return () => {
      document.removeEventListener("click", closePopoverAround);
      document.removeEventListener("submit", onSubmit);
    };
  }, []);
  return null;
}
