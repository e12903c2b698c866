"use client";

import { lazy } from "react";
import type { Refusal as Kind } from "./refusal-texts";

const RefusalView = lazy(() => import("./refusal-view"));

/**
 * No such page, or none that this person may know of; or a page that is not for the role. Next renders the refusals of
 * a group into every page of it, in case they are needed: so this is a reference to a view that loads when it is.
 */
export function Refusal({ kind, search, alone }: { kind: Kind; search?: boolean; alone?: boolean }) {
  return <RefusalView kind={kind} search={search} alone={alone} />;
}
