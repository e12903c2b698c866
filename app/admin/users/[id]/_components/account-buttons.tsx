"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Change } from "./account-dialog";

const AccountDialog = dynamic(() => import("./account-dialog").then((module) => module.AccountDialog), {
  ssr: false,
});
const ResetDialog = dynamic(() => import("./reset-dialog").then((module) => module.ResetDialog), {
  ssr: false,
});

type Props = { id: number; version: number; name: string; disabled: boolean; resettable: boolean };

/** What can be done with somebody's account; each opens its form. */
export function AccountButtons({ disabled, resettable, ...account }: Props) {
  const t = useTranslations("users");
  const [change, setChange] = useState<Change | null>(null);
  const [reset, setReset] = useState(false);
  return (
    <>
      {resettable ? (
        <Button variant="outline" onClick={() => setReset(true)}>
          {t("reset.open")}
        </Button>
      ) : null}
      <Button variant="outline" onClick={() => setChange(disabled ? "enable" : "disable")}>
        {t(disabled ? "enable.open" : "disable.open")}
      </Button>
      {change ? <AccountDialog {...account} change={change} onClose={() => setChange(null)} /> : null}
      {reset ? <ResetDialog {...account} onClose={() => setReset(false)} /> : null}
    </>
  );
}
