"use client";

import { createContext, type ReactNode, use, useMemo } from "react";
import type { UrlParams } from "@/lib/platform/url/href";
import type { Column } from "./columns";
import type { PageState } from "./pager";

type TableState = {
  /** The columns that are shown, in their order. */
  columns: readonly string[];
  /** How many rows the list has on all its pages; `isExact` is false for at least so many. */
  total: number;
  isExact: boolean;
  params: UrlParams;
};

const TableStateContext = createContext<TableState>({ columns: [], total: 0, isExact: true, params: {} });

/** What the table around this component shows: for its tools, such as the export of what is seen. */
export function useTableState(): TableState {
  return use(TableStateContext);
}

type Props = {
  columns: readonly Column[];
  page: PageState | undefined;
  params: UrlParams;
  children: ReactNode;
};

export function TableStateProvider({ columns, page, params, children }: Props) {
  const value = useMemo(
    () => ({
      columns: columns.map((column) => column.key),
      total: page?.total ?? 0,
      isExact: page?.totalIsExact ?? true,
      params,
    }),
    [columns, page, params],
  );
  return <TableStateContext value={value}>{children}</TableStateContext>;
}
