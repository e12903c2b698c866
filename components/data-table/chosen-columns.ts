import "server-only";
import { cookies } from "next/headers";
import type { UrlParams } from "@/lib/platform/url/href";
import { COLUMNS_PARAM, columnCookie, parseColumns } from "./chosen";

/** The columns that a reader of a table chose: those of the address, else those of the cookie, else null. */
export async function chosenColumns(table: string, params: UrlParams): Promise<string[] | null> {
  return parseColumns(params[COLUMNS_PARAM] ?? (await cookies()).get(columnCookie(table))?.value);
}
