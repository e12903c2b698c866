"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Input } from "@/components/ui/input";
import { createLocalAccount } from "@/lib/platform/accounts/actions";
import { makeFirstPassword } from "@/lib/platform/accounts/first-password";
import type { CreateAccountInput } from "@/lib/platform/accounts/schemas";
import { ShownOnce } from "../../_components/shown-once";

type Typed = { email: string; displayName: string; reason: string };

/** Who, and why; then the first password, this once. */
export function CreateForm() {
  const t = useTranslations("users.create");
  const router = useRouter();
  // Made once for the form, so that a second click sends the same.
  const [password] = useState(() => (typeof window === "undefined" ? "" : makeFirstPassword()));
  const [made, setMade] = useState<{ id: number; name: string } | null>(null);
  const sent = useRef("");
  if (made) {
    return (
      <ShownOnce
        name={made.name}
        password={password}
        doneLabel={t("next")}
        onDone={() => router.push(`/admin/users/${made.id}`)}
      />
    );
  }
  return (
    <ActionForm<Typed, CreateAccountInput, { id: number }>
      id="account-create"
      action={createLocalAccount}
      defaultValues={{ email: "", displayName: "", reason: "" }}
      toInput={(typed) => {
        sent.current = typed.displayName;
        return { ...typed, password };
      }}
      onSuccess={({ id }) => setMade({ id, name: sent.current })}
    >
      <Field name="email" label={t("email")}>
        {(control) => (
          <Input type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} {...control} />
        )}
      </Field>
      <Field name="displayName" label={t("name")} help={t("nameHelp")}>
        {(control) => <Input autoComplete="off" maxLength={200} {...control} />}
      </Field>
      <Field name="reason" label={t("reason")}>
        {(control) => <Input maxLength={500} {...control} />}
      </Field>
      <SubmitButton>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
