"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useFormContext } from "react-hook-form";
import { WhyPopover } from "@/components/feedback/why-popover";
import { Alert } from "@/components/ui/alert";
import { errorList } from "./error-list";
import { fieldId, useFormState } from "./form-context";

/** What is wrong, at the top, each line a link to its field; takes the focus, so that nobody misses it. */
export function ErrorSummary() {
  const t = useTranslations("forms");
  const { id, error, labels, pending } = useFormState();
  const { formState } = useFormContext();
  const box = useRef<HTMLDivElement>(null);
  const wrong = errorList(formState.errors);
  const submits = formState.submitCount;
  const visible = !pending && (wrong.length > 0 || error !== null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each submission that fails moves the focus anew.
  useEffect(() => {
    if (visible) box.current?.focus();
  }, [visible, submits]);

  if (!visible) return null;
  const general = error && (wrong.length === 0 || error.kind !== "invalid") ? error : null;
  return (
    <div ref={box} tabIndex={-1} className="rounded-md">
      <Alert
        variant={error?.kind === "stale" ? "warning" : "danger"}
        title={general?.message ?? t("summary", { count: wrong.length })}
      >
        {error?.kind === "stale" && <p>{t("conflict.what")}</p>}
        {error?.kind === "unauthenticated" && (
          <p>
            <a
              className="link"
              href={`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`}
            >
              {t("signInAgain")}
            </a>
          </p>
        )}
        {wrong.length > 0 && (
          <ul className="list-disc pl-4">
            {wrong.map(({ name, message }) => (
              <li key={name}>
                <a
                  className="link"
                  href={`#${fieldId(id, name)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(fieldId(id, name))?.focus();
                  }}
                >
                  {labels.get(name) ?? name}
                </a>
                {": "}
                {message}
              </li>
            ))}
          </ul>
        )}
        {error?.href && (
          <p>
            <a className="link" href={error.href}>
              {t("look")}
            </a>
          </p>
        )}
        {error?.why && <WhyPopover why={error.why} />}
      </Alert>
    </div>
  );
}
