"use client";

import { useWatch } from "react-hook-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Alert } from "@/components/ui/alert";
import { TWO_PERSON_ROLES } from "@/lib/platform/access/roles";
import type { Texts, Typed } from "./grant-form";

type Props = { confirmable: boolean; texts: Texts };

/** Says before sending whether this is a grant or a question to a second person, and names the button accordingly. */
export function SecondPerson({ confirmable, texts }: Props) {
  const role = useWatch<Typed, "role">({ name: "role" });
  if (!TWO_PERSON_ROLES.has(role)) return <SubmitButton>{texts.submit}</SubmitButton>;
  return (
    <>
      <Alert variant={confirmable ? "info" : "warning"} title={texts.twoTitle}>
        <p>{texts.twoText}</p>
        <p>{texts.twoWho}</p>
      </Alert>
      <SubmitButton>{texts.ask}</SubmitButton>
    </>
  );
}
