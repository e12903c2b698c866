"use client";

import { useWatch } from "react-hook-form";
import { Field } from "@/components/forms/field";
import { CAMPUS_ROLES, OWN_SCOPED_ROLES } from "@/lib/platform/access/roles";
import { Choice, type Option } from "./choice";
import type { Texts, Typed } from "./grant-form";

type Props = { scopeKinds: Option[]; departments: Option[]; programmes: Option[]; texts: Texts };

/** Where the role holds. Roles that reach their own record only, or always the whole campus, are not asked. */
export function ScopeFields({ scopeKinds, departments, programmes, texts }: Props) {
  const [role, kind] = useWatch<Typed, ["role", "scopeKind"]>({ name: ["role", "scopeKind"] });
  if (OWN_SCOPED_ROLES.has(role) || CAMPUS_ROLES.has(role)) return null;
  const refs = kind === "DEPARTMENT" ? departments : kind === "PROGRAMME" ? programmes : [];
  return (
    <>
      <Field name="scopeKind" label={texts.scopeKind}>
        {(control) => <Choice options={scopeKinds} {...control} />}
      </Field>
      {refs.length > 0 ? (
        <Field name="scopeRef" label={texts.scopeRef} help={texts.scopeRefHelp}>
          {(control) => (
            <Choice key={kind} options={[{ value: "", label: texts.scopeRefNone }, ...refs]} {...control} />
          )}
        </Field>
      ) : null}
    </>
  );
}
