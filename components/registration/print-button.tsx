"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** Opens the browser's print dialog; the style sheet for paper leaves the chrome away. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <Button variant="outline" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
