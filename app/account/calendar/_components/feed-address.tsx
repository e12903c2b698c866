"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { Alert } from "@/components/ui/alert";
import { Button, buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast-store";
import { feedPath } from "@/lib/registration/calendar-feeds/make-token";

type Props = { site: string; token: string; onDone(): void };

/** A new address, this once: to copy, or to open in the calendar of the device. */
export function FeedAddress({ site, token, onDone }: Props) {
  const t = useTranslations("calendarFeeds.new");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const address = new URL(feedPath(token), site).href;

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(address);
      toast.success(t("copied"));
    } catch {
      field.current?.select();
      toast.error(t("copyFailed"));
    }
  }

  return (
    <div className="flex max-w-xl flex-col gap-3">
      <Alert variant="success">{t("made")}</Alert>
      <label htmlFor={id} className="font-medium text-sm">
        {t("address")}
      </label>
      <Input
        ref={field}
        id={id}
        readOnly
        value={address}
        className="font-mono text-xs"
        onFocus={(event) => event.target.select()}
      />
      <p className="text-muted-foreground text-sm">{t("warning")}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={copy}>
          <Icon name="copy" />
          {t("copy")}
        </Button>
        <a href={address.replace(/^https?:/, "webcal:")} className={buttonVariants({ variant: "outline" })}>
          <Icon name="calendar-days" />
          {t("open")}
        </a>
        <Button variant="ghost" onClick={onDone}>
          {t("done")}
        </Button>
      </div>
    </div>
  );
}
