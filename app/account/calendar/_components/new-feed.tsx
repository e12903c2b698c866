"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Alert } from "@/components/ui/alert";
import { Input } from "@/components/ui/input";
import { createFeed } from "@/lib/registration/calendar-feeds/actions";
import { makeToken } from "@/lib/registration/calendar-feeds/make-token";
import { FeedAddress } from "./feed-address";

/** Asks what an address is for, makes it, and shows it once. */
export function NewFeed({ site }: { site: string }) {
  const t = useTranslations("calendarFeeds.new");
  const router = useRouter();
  // Kept for a second try after a lost answer, so that the address shown is the one that was stored.
  const token = useRef<{ label: string; token: string } | null>(null);
  const [made, setMade] = useState<string | null>(null);

  if (made) {
    return (
      <FeedAddress
        site={site}
        token={made}
        onDone={() => {
          token.current = null;
          setMade(null);
        }}
      />
    );
  }
  return (
    <ActionForm
      id="calendar-feed"
      action={createFeed}
      defaultValues={{ label: "" }}
      toInput={({ label }) => {
        if (token.current?.label !== label) token.current = { label, token: makeToken() };
        return token.current;
      }}
      onSuccess={() => {
        setMade(token.current?.token ?? null);
        router.refresh();
      }}
    >
      <Alert variant="info">{t("warning")}</Alert>
      <Field name="label" label={t("label")} help={t("help")}>
        {(control) => <Input {...control} maxLength={60} autoComplete="off" />}
      </Field>
      <SubmitButton>{t("make")}</SubmitButton>
    </ActionForm>
  );
}
