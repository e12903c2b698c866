declare module "pg-copy-streams" {
  import type { Writable } from "node:stream";
  import type { Submittable } from "pg";

  /** A writable that is also a query: give it to `client.query`, then write the text of COPY … FROM STDIN. */
  export type CopyFrom = Writable & Submittable & { readonly rowCount: number };
  export function from(text: string): CopyFrom;
}
