"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast-store";
import { requestRoleGrant } from "@/lib/approvals/actions";
import { grantRole } from "@/lib/platform/access/actions";
import { CAMPUS_ROLES, OWN_SCOPED_ROLES, TWO_PERSON_ROLES } from "@/lib/platform/access/roles";
import type { GrantRoleInput } from "@/lib/platform/access/schemas";
import type { ActionMeta } from "@/lib/platform/actions/action";
import { Choice, type Option } from "./choice";
import { ScopeFields } from "./scope-fields";
import { SecondPerson } from "./second-person";

export type Texts = Record<
  | "email"
  | "role"
  | "scopeKind"
  | "scopeRef"
  | "scopeRefHelp"
  | "scopeRefNone"
  | "authority"
  | "from"
  | "to"
  | "toHelp"
  | "reason"
  | "reasonHelp"
  | "submit"
  | "done"
  | "twoTitle"
  | "twoText"
  | "twoWho"
  | "ask"
  | "asked",
  string
>;

export type Typed = {
  email: string;
  role: GrantRoleInput["role"];
  scopeKind: GrantRoleInput["scopeKind"];
  scopeRef: string;
  authorityLevel: string;
  validFrom: string;
  lastDay: string;
  reason: string;
};

type Props = {
  today: string;
  /** Whether there is anybody who could confirm what two persons grant. */
  confirmable: boolean;
  roles: Option[];
  departments: Option[];
  programmes: Option[];
  scopeKinds: Option[];
  levels: Option[];
  texts: Texts;
};

/** Who, which role, where, how long, and why. */
export function GrantForm(props: Props) {
  const { texts, today } = props;
  const router = useRouter();
  // Two doors behind one form: which of them answered decides what is shown.
  const asking = useRef(false);
  const grantOrAsk = useCallback((input: GrantRoleInput, meta?: ActionMeta) => {
    asking.current = TWO_PERSON_ROLES.has(input.role);
    return asking.current ? requestRoleGrant(input, meta) : grantRole(input, meta);
  }, []);
  return (
    <ActionForm<Typed, GrantRoleInput, { id: number }>
      id="grant-role"
      action={grantOrAsk}
      defaultValues={{
        email: "",
        role: "registrar",
        scopeKind: "ALL",
        scopeRef: "",
        authorityLevel: "",
        validFrom: today,
        lastDay: "",
        reason: "",
      }}
      toInput={toInput}
      onSuccess={({ id }) => {
        const asked = asking.current;
        toast.success(asked ? texts.asked : texts.done);
        router.push(asked ? `/approvals/${id}` : "/admin/access");
      }}
    >
      <Field name="email" label={texts.email}>
        {(control) => (
          <Input type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} {...control} />
        )}
      </Field>
      <Field name="role" label={texts.role}>
        {(control) => <Choice options={props.roles} defaultValue="registrar" {...control} />}
      </Field>
      <ScopeFields {...props} />
      <Field name="authorityLevel" label={texts.authority}>
        {(control) => <Choice options={props.levels} {...control} />}
      </Field>
      <div className="grid gap-stack sm:grid-cols-2">
        <Field name="validFrom" label={texts.from}>
          {(control) => <Input type="date" min={today} defaultValue={today} {...control} />}
        </Field>
        <Field name="lastDay" label={texts.to} help={texts.toHelp} optional>
          {(control) => <Input type="date" min={today} {...control} />}
        </Field>
      </div>
      <Field name="reason" label={texts.reason} help={texts.reasonHelp}>
        {(control) => <Input maxLength={500} {...control} />}
      </Field>
      <SecondPerson confirmable={props.confirmable} texts={texts} />
    </ActionForm>
  );
}

function toInput(typed: Typed): GrantRoleInput {
  const own = OWN_SCOPED_ROLES.has(typed.role);
  const scopeKind = own ? "OWN" : CAMPUS_ROLES.has(typed.role) ? "ALL" : typed.scopeKind;
  const limited = scopeKind === "DEPARTMENT" || scopeKind === "PROGRAMME";
  return {
    ...typed,
    scopeKind,
    scopeRef: limited ? typed.scopeRef || null : null,
    authorityLevel: own || typed.authorityLevel === "" ? null : Number(typed.authorityLevel),
    lastDay: typed.lastDay || null,
  };
}
