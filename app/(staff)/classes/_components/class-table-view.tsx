"use client";

import { type ComponentProps, useMemo } from "react";
import { SeatMeter } from "@/components/classes/seat-meter";
import { TableView } from "@/components/data-table/table-view";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { ClassLine } from "./class-lines";

/** The table of classes with its drawn seats. */
export function ClassTableView(props: Omit<ComponentProps<typeof TableView<ClassLine>>, "renderers">) {
  const format = useFormat();
  const renderers = useMemo(
    () => ({
      seats: (row: ClassLine) => <SeatMeter seats={row.seats} label={row.seatsLabel} format={format} />,
    }),
    [format],
  );
  return <TableView<ClassLine> {...props} renderers={renderers} />;
}
