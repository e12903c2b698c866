import { ClientMessages, type MessagePath } from "@/lib/platform/i18n/client-messages";
import { chosenColumns } from "./chosen-columns";
import type { Row } from "./columns";
import { packRows } from "./packed";
import { PackedTable } from "./packed-table";
import type { PageState } from "./pager";
import type { TableProps } from "./table-view";

/** Only what the pager needs: callers hand in a whole Page, whose rows would otherwise travel a second time. */
function pageState({ page, pageSize, total, totalIsExact }: PageState): PageState {
  return { page, pageSize, total, totalIsExact };
}

/**
 * The list of a page (experience.md 2): search, filters, columns, sorting, selection, numbered pages, keyboard, two
 * lines a row on a phone. The server hands plain rows and plain column descriptions to one client table, packed as text
 * (packed.ts): a third of the bytes and several times the requests per second of cells as server components.
 *
 * Everything that changes the list is a link or a GET form to `path`; read the state back with the parsers of
 * lib/platform/url/list-params.ts.
 */
export async function DataTable<R extends Row>({
  rows,
  tools,
  bulk,
  empty,
  namespaces = [],
  ...plain
}: TableProps<R> & {
  /** Messages that `tools` and `bulk` need on the client. */
  namespaces?: readonly MessagePath[] | undefined;
}) {
  const chosen = await chosenColumns(plain.name, plain.params);
  const page = plain.page && pageState(plain.page);
  return (
    <ClientMessages namespaces={["table", ...namespaces]}>
      <PackedTable
        rows={packRows(rows)}
        plain={JSON.stringify({ ...plain, page, chosen })}
        tools={tools}
        bulk={bulk}
        // An element handed over is rendered, shown or not.
        empty={rows.length === 0 ? empty : undefined}
      />
    </ClientMessages>
  );
}
