"use client";

import dynamic from "next/dynamic";
import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Asked } from "./asked";

const ProgrammeDialog = dynamic(() => import("./programme-dialogs").then((file) => file.ProgrammeDialog), {
  ssr: false,
});
const MatterDialog = dynamic(() => import("./matter-dialogs").then((file) => file.MatterDialog), {
  ssr: false,
});

type Props = Omit<ComponentProps<typeof Button>, "onClick"> & { asked: Asked };

/** A button that opens one dialog of a student's studies; the forms come when they are asked for. */
export function StudiesButton({ asked, ...button }: Props) {
  const [open, setOpen] = useState(false);
  const onClose = () => setOpen(false);
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)} />
      {open && <Opened asked={asked} onClose={onClose} />}
    </>
  );
}

function Opened({ asked, onClose }: { asked: Asked; onClose(): void }) {
  switch (asked.kind) {
    case "add":
    case "end":
    case "reopen":
    case "catalogue":
      return <ProgrammeDialog asked={asked} onClose={onClose} />;
    default:
      return <MatterDialog asked={asked} onClose={onClose} />;
  }
}
