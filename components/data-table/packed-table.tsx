"use client";

import { type ComponentProps, type ReactNode, useMemo } from "react";
import type { Row } from "./columns";
import { unpackRows } from "./packed";
import { TableView } from "./table-view";

type Elements = { tools?: ReactNode; bulk?: ReactNode; empty?: ReactNode };
type Plain = Omit<ComponentProps<typeof TableView<Row>>, keyof Elements | "rows" | "renderers">;

/** What `DataTable` packed on the server, unpacked; the same text gives the same rows, which are not drawn again. */
export function PackedTable({ rows, plain, ...elements }: Elements & { rows: string; plain: string }) {
  const unpacked = useMemo(() => unpackRows<Row>(rows), [rows]);
  const props = useMemo(() => JSON.parse(plain) as Plain, [plain]);
  return <TableView<Row> {...props} {...elements} rows={unpacked} />;
}
