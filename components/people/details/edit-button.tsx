"use client";

import dynamic from "next/dynamic";
import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/button";

const DetailDialog = dynamic(() => import("./detail-dialog").then((module) => module.DetailDialog), {
  ssr: false,
});

type Props = Omit<ComponentProps<typeof DetailDialog>, "onClose"> & {
  label: string;
  variant?: ComponentProps<typeof Button>["variant"];
};

/** A button that opens the form of one thing; the form is fetched when it is asked for. */
export function EditButton({ label, variant = "ghost", ...dialog }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={variant} size="sm" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && <DetailDialog {...dialog} onClose={() => setOpen(false)} />}
    </>
  );
}
