"use client";

import type { ComponentProps } from "react";
import { SeatMeter } from "@/components/classes/seat-meter";
import { TableView } from "@/components/data-table/table-view";
import type { ClassLine } from "./class-lines";

const renderers = {
  seats: (row: ClassLine) => <SeatMeter seats={row.seats} label={row.seatsLabel} />,
};

/** The table of classes with its drawn seats. */
export function ClassTableView(props: Omit<ComponentProps<typeof TableView<ClassLine>>, "renderers">) {
  return <TableView<ClassLine> {...props} renderers={renderers} />;
}
