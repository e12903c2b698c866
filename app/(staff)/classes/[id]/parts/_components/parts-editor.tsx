"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast-store";
import { editParts } from "@/lib/classes/editing/actions";
import type { ToldError } from "@/lib/platform/errors-text";
import type { PartChoices } from "./part-fields";
import { newPart, type PartDraft, type SessionDraft, toSessions, withEvenWeights } from "./parts-draft";
import { SessionEditor } from "./session-editor";

type Props = PartChoices & {
  classId: number;
  version: number;
  sessions: SessionDraft[];
  /** Taught together with others: parts are neither added nor removed. */
  fixed: boolean;
};

/** All sessions and parts at once: the sum stands beside the weights, and nothing is saved before it fits. */
export function PartsEditor({ classId, version, sessions: saved, fixed, ...choices }: Props) {
  const t = useTranslations("classEdit.parts");
  const router = useRouter();
  const [sessions, setSessions] = useState(saved);
  const [failed, setFailed] = useState<ToldError | null>(null);
  const count = useRef(0);
  const box = useRef<HTMLDivElement>(null);
  const dirty = useMemo(() => JSON.stringify(sessions) !== JSON.stringify(saved), [sessions, saved]);
  const { run, pending } = useAction(editParts, {
    onSuccess() {
      setFailed(null);
      toast.success(t("saved"));
      router.refresh();
    },
    onError(error) {
      setFailed(error);
      requestAnimationFrame(() => box.current?.focus());
      return true;
    },
  });
  useUnloadGuard(dirty);

  const change = (number: number, make: (session: SessionDraft) => SessionDraft) =>
    setSessions((before) => before.map((each) => (each.number === number ? make(each) : each)));
  const changePart = (number: number, key: string, part: Partial<PartDraft>) =>
    change(number, (session) => ({
      ...session,
      parts: session.parts.map((each) => (each.key === key ? { ...each, ...part } : each)),
    }));

  return (
    <form
      className="flex flex-col gap-6"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run({ id: classId, version, sessions: toSessions(sessions) });
      }}
    >
      {failed && <Failed box={box} failed={failed} onReload={() => router.refresh()} />}
      {sessions.map((session) => (
        <SessionEditor
          key={session.number}
          session={session}
          alone={sessions.length === 1}
          fixed={fixed}
          choices={choices}
          onWeight={(weight) => change(session.number, (each) => ({ ...each, weight }))}
          onPart={(key, part) => changePart(session.number, key, part)}
          onAdd={() => {
            count.current += 1;
            const key = `new-${count.current}`;
            change(session.number, (each) => ({ ...each, parts: [...each.parts, newPart(each, key)] }));
          }}
          onRemove={(key) =>
            change(session.number, (each) => ({
              ...each,
              parts: each.parts.filter((part) => part.key !== key),
            }))
          }
          onEven={() => change(session.number, withEvenWeights)}
        />
      ))}
      <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-3 border-t bg-background px-4 py-3">
        <Button type="submit" pending={pending} disabled={!dirty}>
          {t("save")}
        </Button>
        {dirty && (
          <Button
            variant="outline"
            disabled={pending}
            onClick={() => {
              setSessions(saved);
              setFailed(null);
            }}
          >
            {t("undo")}
          </Button>
        )}
        <output className="text-muted-foreground text-sm">{dirty ? t("unsaved") : ""}</output>
      </div>
    </form>
  );
}

function Failed({
  box,
  failed,
  onReload,
}: {
  box: React.RefObject<HTMLDivElement | null>;
  failed: ToldError;
  onReload(): void;
}) {
  const t = useTranslations("classEdit.parts");
  const lines = [...new Set(Object.values(failed.fields ?? {}).flat())];
  const stale = failed.kind === "stale";
  return (
    <div ref={box} tabIndex={-1} className="rounded-md">
      <Alert
        variant={stale ? "warning" : "danger"}
        title={stale ? failed.message : t("problems")}
        action={
          stale && (
            <Button variant="outline" size="sm" onClick={onReload}>
              {t("reload")}
            </Button>
          )
        }
      >
        {stale ? (
          <p>{t("stale")}</p>
        ) : (
          <ul className="list-disc pl-4">
            {(lines.length > 0 ? lines : [failed.message]).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </Alert>
    </div>
  );
}

/** The browser asks before a page with unsaved changes goes away. */
function useUnloadGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [dirty]);
}
