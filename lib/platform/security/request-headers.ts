import { headers } from "next/headers";
import { PATH_HEADER } from "@/lib/platform/security/header-names";

/** Path and query that the browser asked for, beginning with "/". */
export async function requestPath(): Promise<string> {
  return (await headers()).get(PATH_HEADER) ?? "/";
}
