"use client";

import "./data-table.css";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { personName } from "@/lib/platform/i18n/names";
import type { UrlParams } from "@/lib/platform/url/href";
import type { Sort } from "@/lib/platform/url/list-params";
import { BulkBar } from "./bulk-bar";
import type { Renderers } from "./cell";
import { COLUMNS_PARAM } from "./chosen";
import { ColumnChoice } from "./column-choice";
import { type Column, type KeyOf, type PersonValue, type Row, shownColumns } from "./columns";
import { type Filter, FilterChips, FilterMenus } from "./filters";
import { MoreFilters } from "./more-filters";
import { Pager, type PageState } from "./pager";
import { cellClass, MemoRow } from "./row-view";
import { SearchBox } from "./search-box";
import { useRowSelection } from "./selection";
import { TableHead } from "./table-head";
import { TableStateProvider } from "./table-state";
import { useListKeys } from "./use-list-keys";
import { useNavigate } from "./use-navigate";
import { ViewsMenu } from "./views-menu";

export type TableProps<R extends Row> = {
  /** Names the table: remembers its columns, marks it for tests. Letters and hyphens. */
  name: string;
  /** What the table holds, for screen readers. */
  caption: string;
  columns: readonly Column<KeyOf<R>>[];
  rows: readonly R[];
  /** Address of the list without its state, and the state as it stands in the URL (flatParams). */
  path: string;
  params: UrlParams;
  sort?: Sort;
  /** Without it the table shows no pages and no count (short tables on record pages). */
  page?: PageState;
  search?: { placeholder: string };
  filters?: readonly Filter[];
  /** Address that gives further, rarer filters; those that narrow the list now stand in `filters` with `more`. */
  moreFilters?: string;
  /** Whether views of this table can be saved (lib/platform/views/schemas.ts knows its name). */
  views?: boolean;
  /** Buttons and links at the right of the search, such as the export. */
  tools?: ReactNode;
  /** Buttons of the bulk bar; they read `useSelection()`. Makes the rows selectable. */
  bulk?: ReactNode;
  /** What stands in place of no rows: a sentence and a next step. */
  empty?: ReactNode;
};

type Props<R extends Row> = TableProps<R> & {
  chosen: readonly string[] | null;
  renderers?: Renderers<R>;
};

/** Name of a row for its checkbox: its first person or text. */
function rowName<R extends Row>(row: R, column: Column | undefined, locale: "en" | "km"): string {
  const value = column && (row as Record<string, unknown>)[column.key];
  return column?.kind === "person" && value
    ? personName(value as PersonValue, locale)
    : String(value ?? row.id);
}

/** The list on the client. Pages use `DataTable`; a client wrapper with `renderers` may use this one. */
export function TableView<R extends Row>(props: Props<R>) {
  const { name, rows, path, params, filters = [], renderers, bulk, page } = props;
  const t = useTranslations("table");
  const format = useFormat();
  const root = useRef<HTMLElement>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState(props.chosen);
  // A view that was opened brings its columns.
  const [given, setGiven] = useState(params[COLUMNS_PARAM]);
  if (given !== params[COLUMNS_PARAM]) {
    setGiven(params[COLUMNS_PARAM]);
    setChosen(props.chosen);
  }
  const { go, onClick, pending } = useNavigate();
  const columns = useMemo(() => shownColumns<Column>(props.columns, chosen), [props.columns, chosen]);
  const classes = useMemo(() => columns.map(cellClass), [columns]);
  const ids = useMemo(() => rows.map((row) => String(row.id)), [rows]);
  const selection = useRowSelection(ids, params);
  // Boxes do nothing before the script has come, and 50 of them are a tenth of the work of drawing a page on the server;
  // their place is kept (data-select), so that nothing moves when they appear.
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const selectable = bulk !== undefined && isAwake;
  const selected = new Set(selection.visible);
  const naming = columns.find((column) => column.kind === "person") ?? columns[0];
  useListKeys({
    root,
    searchInput,
    onToggle: selectable ? selection.toggle : undefined,
    onClear: selection.clear,
  });

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the clicks handled here are those of links inside, which have keys.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above.
    <section
      ref={root}
      className="dt"
      data-table={name}
      data-pending={pending || undefined}
      aria-busy={pending}
      onClick={onClick}
    >
      {(props.search || filters.length > 0 || props.tools || props.columns.some((c) => !c.fixed)) && (
        <div className="dt-bar" data-print="hide">
          {props.search && (
            <SearchBox
              path={path}
              params={params}
              placeholder={props.search.placeholder}
              pending={pending}
              onGo={go}
              inputRef={searchInput}
            />
          )}
          <FilterMenus filters={filters} path={path} params={params} />
          {props.moreFilters && (
            <MoreFilters
              from={props.moreFilters}
              active={filters.some((filter) => filter.more)}
              path={path}
              params={params}
              onGo={go}
            />
          )}
          <div className="dt-tools">
            {props.views && <ViewsMenu list={name} path={path} params={params} columns={chosen} />}
            {props.columns.some((column) => !column.fixed) && (
              <ColumnChoice
                table={name}
                columns={props.columns}
                shown={columns.map((column) => column.key)}
                path={path}
                params={params}
                onChange={setChosen}
              />
            )}
            <TableStateProvider columns={columns} page={page} params={params}>
              <div className="contents">{props.tools}</div>
            </TableStateProvider>
          </div>
        </div>
      )}
      <FilterChips filters={filters} path={path} params={params} />
      {rows.length === 0 && props.empty ? (
        <div className="dt-empty">{props.empty}</div>
      ) : (
        <table
          data-select={bulk !== undefined && !isAwake ? "soon" : undefined}
          onChange={(event) => {
            const box = event.target as unknown as HTMLInputElement;
            if (!box.parentElement?.classList.contains("sel")) return;
            if (box.closest("thead")) selection.toggleAll();
            else selection.toggle(box.value, (event.nativeEvent as MouseEvent).shiftKey);
          }}
        >
          <caption className="sr-only">{props.caption}</caption>
          <TableHead
            columns={columns}
            classes={classes}
            sort={props.sort}
            path={path}
            params={params}
            all={
              selectable
                ? { checked: rows.length > 0 && selected.size === rows.length, some: selected.size > 0 }
                : undefined
            }
          />
          <tbody>
            {rows.map((row) => (
              <MemoRow
                key={row.id}
                row={row}
                columns={columns}
                classes={classes}
                format={format}
                renderers={renderers}
                selected={selectable ? selected.has(String(row.id)) : undefined}
                selectLabel={selectable ? t("selectRow", { name: rowName(row, naming, format.locale) }) : ""}
              />
            ))}
          </tbody>
        </table>
      )}
      {page && <Pager {...page} shown={rows.length} path={path} params={params} />}
      {selectable && (
        <BulkBar selection={selection} page={page} rows={rows.length} params={params}>
          <TableStateProvider columns={columns} page={page} params={params}>
            {bulk}
          </TableStateProvider>
        </BulkBar>
      )}
    </section>
  );
}
