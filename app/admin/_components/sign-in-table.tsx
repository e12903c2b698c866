import { getTranslations } from "next-intl/server";
import { resultText } from "@/components/account/result-text";
import { deviceName } from "@/components/account/session-text";
import type { Column } from "@/components/data-table/columns";
import { DataTable } from "@/components/data-table/data-table";
import { NoMatchState } from "@/components/feedback/empty-state";
import { SIGN_IN_RESULTS, signInKind } from "@/lib/platform/accounts/sign-in-results";
import type { SignInRow } from "@/lib/platform/accounts/sign-ins";
import { placeText } from "@/lib/platform/auth/place";
import type { Page } from "@/lib/platform/db/paging";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { UrlParams } from "@/lib/platform/url/href";

type Line = {
  id: number;
  at: string;
  result: string;
  email: string;
  by: string | null;
  account: string | null;
  device: string;
  ip: string | null;
  place: string;
};

const TONES = { entered: "success", refused: "warning", went_on: "neutral" } as const;

type Props = {
  found: Page<SignInRow>;
  path: string;
  params: UrlParams;
  /** Without the columns of the account: on its own page. */
  ofOne?: boolean;
};

/** Sign-ins, refusals and ends of sessions: when, what, who, from where. */
export async function SignInTable({ found, path, params, ofOne = false }: Props) {
  const [t, account, format] = await Promise.all([
    getTranslations("signIns"),
    getTranslations("account"),
    getFormat(),
  ]);
  const rows = found.rows.map((row): Line => {
    return {
      id: row.id,
      at: row.at,
      result: row.result,
      email: row.email,
      by: row.by ?? t("unknownAccount"),
      account: row.accountId === null ? null : `/admin/users/${row.accountId}`,
      device: deviceName(row.device, account),
      ip: row.ip,
      place: placeText(row.place, (kind) => account(`places.${kind}`), format.locale),
    };
  });
  const badges = Object.fromEntries(
    SIGN_IN_RESULTS.map((result) => [
      result,
      { label: resultText(result, t, account), tone: TONES[signInKind(result)] },
    ]),
  );
  const whose: Column<keyof Line>[] = [
    { key: "by", label: t("columns.by"), kind: "link", hrefKey: "account", phone: "line" },
    { key: "email", label: t("columns.email"), kind: "text", phone: "line" },
  ];
  const columns: Column<keyof Line>[] = [
    { key: "at", label: t("columns.at"), kind: "datetime", fixed: true, phone: "title" },
    { key: "result", label: t("columns.result"), kind: "badge", badges, phone: "aside" },
    ...(ofOne ? [] : whose),
    { key: "device", label: t("columns.device"), kind: "text", phone: "line" },
    { key: "place", label: t("columns.place"), kind: "text", phone: "line" },
    { key: "ip", label: t("columns.ip"), kind: "code", phone: "line" },
  ];
  return (
    <DataTable
      name={ofOne ? "account-sign-ins" : "sign-ins"}
      caption={t("caption")}
      columns={columns}
      rows={rows}
      path={path}
      params={params}
      page={found}
      filters={[
        {
          key: "result",
          label: t("filters.result"),
          options: SIGN_IN_RESULTS.map((value) => ({ value, label: badges[value]?.label ?? value })),
        },
      ]}
      empty={<NoMatchState />}
    />
  );
}
