"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import type { ChangeSpec } from "./change-spec";

const ChangeDialog = dynamic(() => import("./change-dialog").then((module) => module.ChangeDialog), {
  ssr: false,
});

/** Opens the dialog of a change; it is fetched when somebody asks for it. */
export function useChangeDialog(
  programme: string,
  from: string,
): { open(spec: ChangeSpec): void; dialog: ReactNode } {
  const [spec, setSpec] = useState<ChangeSpec | null>(null);
  return {
    open: setSpec,
    dialog: spec && (
      <ChangeDialog programme={programme} from={from} spec={spec} onClose={() => setSpec(null)} />
    ),
  };
}
