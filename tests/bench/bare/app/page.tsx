import { connection } from "next/server";
import { type BareRow, Rows } from "./rows";

/** As many rows and cells as the list of students, without a database, a session or a shell: the reference. */
export default async function Page() {
  await connection();
  const rows: BareRow[] = Array.from({ length: 50 }, (_, id) => ({
    id,
    cells: Array.from({ length: 7 }, (_, cell) => `Cell ${id} of column ${cell}`),
  }));
  return <Rows rows={rows} />;
}
