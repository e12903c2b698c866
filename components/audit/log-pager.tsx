"use client";

import "@/components/data-table/data-table.css";
import type { ComponentProps } from "react";
import { Pager } from "@/components/data-table/pager";

/** The numbered pages of a log that is no table. Needs the messages "table". */
export function LogPager(props: ComponentProps<typeof Pager>) {
  return <Pager {...props} />;
}
