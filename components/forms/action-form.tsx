"use client";

import { useRouter } from "next/navigation";
import { createTranslator, useLocale, useMessages, useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { type DefaultValues, type FieldValues, FormProvider, type Path, useForm } from "react-hook-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import { usePerson } from "@/lib/platform/i18n/client-provider";
import { loose } from "@/lib/platform/i18n/explain-text";
import { ErrorSummary } from "./error-summary";
import { FormContext, type FormState } from "./form-context";
import { lazyResolver, type SchemaLoader } from "./lazy-resolver";
import { useAction } from "./use-action";
import { useDraft } from "./use-draft";

type Props<Values extends FieldValues, Input, Output> = {
  /** Names the form, its fields and its draft: "student-create", or with the record: "student-edit-00017". */
  id: string;
  action(input: Input, meta?: ActionMeta): Promise<ActionResult<Output>>;
  defaultValues: Values;
  /** Makes the input of the action from what is typed: adds ids and the newest version, turns "" into null. */
  toInput?(values: Values): Input;
  /** The server's schema of the *typed values*, for checks before sending; needs messages "errors.validation". */
  schema?: SchemaLoader;
  onSuccess(output: Output): void;
  /** False for forms with passwords. */
  keepDraft?: boolean;
  children: ReactNode;
};

/**
 * A form on one server action (experience.md 2): errors by the field and summed at the top with links, typed input
 * that survives errors, reloads and lost sessions, one submission however often the button is pressed, and a conflict
 * shown side by side when somebody else saved first. Needs the messages "forms" on the client.
 */
export function ActionForm<Values extends FieldValues, Input = Values, Output = unknown>(
  props: Props<Values, Input, Output>,
) {
  const { id, action, defaultValues, toInput, keepDraft = true } = props;
  const t = useTranslations("forms");
  const router = useRouter();
  const locale = useLocale();
  const messages = useMessages();
  const resolver = useMemo(
    () =>
      lazyResolver<Values>(props.schema, () =>
        loose(createTranslator({ locale, messages, namespace: "errors", onError: () => {} })),
      ),
    [props.schema, locale, messages],
  );
  const form = useForm<Values>({
    defaultValues: defaultValues as DefaultValues<Values>,
    resolver,
    mode: "onSubmit",
    // On leaving the field instead, the vanishing error would move the button away from under the click.
    reValidateMode: "onChange",
    shouldFocusError: false,
  });
  const [conflict, setConflict] = useState(false);
  const draft = useDraft(`${usePerson()}.${id}`, form, keepDraft);
  const { run, pending, error } = useAction(action, {
    onSuccess(output) {
      draft.done();
      setConflict(false);
      props.onSuccess(output);
    },
    onError(told) {
      for (const [field, messages] of Object.entries(told.fields ?? {})) {
        if (field) form.setError(field as Path<Values>, { type: "server", message: messages.join(" ") });
      }
      if (told.kind === "stale") {
        setConflict(true);
        router.refresh();
      }
      return true;
    },
  });
  const labels = useMemo(() => new Map<string, string>(), []);
  const state: FormState = { id, pending, error, conflict, saved: defaultValues, labels };

  return (
    <FormProvider {...form}>
      <FormContext value={state}>
        <form
          id={id}
          noValidate
          className="flex max-w-xl flex-col gap-stack"
          onSubmit={(event) => {
            // What the server said of a field that is not shown (any more) must not keep the form from being sent.
            form.clearErrors();
            return form.handleSubmit((values) =>
              run(toInput ? toInput(values) : (values as unknown as Input)),
            )(event);
          }}
        >
          <ErrorSummary />
          {draft.restored && (
            <Alert
              variant="info"
              action={
                <Button variant="outline" size="sm" onClick={draft.discard}>
                  {t("draft.discard")}
                </Button>
              }
            >
              {t("draft.restored")}
            </Alert>
          )}
          {props.children}
        </form>
      </FormContext>
    </FormProvider>
  );
}
