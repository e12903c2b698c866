"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { AffectedOn } from "@/components/courses/affected-panel";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast-store";
import { saveRequisites } from "@/lib/curriculum/courses/actions";
import type { RequisiteKind } from "@/lib/curriculum/requisites";
import { GroupEditor } from "./group-editor";
import type { EditorProps } from "./requisite-editing";
import type { EditedGroup } from "./to-groups";

/** All groups of a course at once: what stands here when it is saved holds from the day on. */
export function RequisiteEditor({
  code,
  seen,
  today,
  groups: before,
  letters,
  onClose,
}: EditorProps & { onClose(): void }) {
  const t = useTranslations("courses.requisites");
  const router = useRouter();
  const dayId = useId();
  const [groups, setGroups] = useState<EditedGroup[]>(before);
  const [nextKey, setNextKey] = useState(before.length);
  const [from, setFrom] = useState(today);
  const { run, pending, error } = useAction(saveRequisites, {
    onSuccess: () => {
      toast.success(t("saved"));
      onClose();
      router.refresh();
    },
    onError: (told) => {
      if (told.kind === "stale") router.refresh();
      return true;
    },
  });
  const chosen = groups.flatMap((group) => group.courses.map((each) => each.code));
  const change = (key: number, next: Partial<EditedGroup>) =>
    setGroups(groups.map((group) => (group.key === key ? { ...group, ...next } : group)));

  function add(kind: RequisiteKind) {
    setGroups([...groups, { key: nextKey, kind, courses: [] }]);
    setNextKey(nextKey + 1);
  }

  function save() {
    void run({
      code,
      seen,
      from,
      groups: groups
        .filter((group) => group.courses.length > 0)
        .map(({ kind, courses }) => ({
          kind,
          courses: courses.map((each) => ({
            code: each.code,
            minimumLetter: each.minimumLetter as "D",
          })),
        })),
    });
  }

  return (
    <div className="flex flex-col gap-stack">
      {error ? <Alert variant={error.kind === "stale" ? "warning" : "danger"}>{error.message}</Alert> : null}
      {groups.length === 0 ? <p className="text-muted-foreground text-sm">{t("emptyEditor")}</p> : null}
      <ol className="flex flex-col">
        {groups.map((group, place) => (
          <li key={group.key}>
            {place > 0 ? (
              <p className="py-1 pl-4 font-medium text-muted-foreground text-xs">{t("and")}</p>
            ) : null}
            <GroupEditor
              group={group}
              place={place + 1}
              letters={letters}
              without={[...chosen, code]}
              onChange={(next) => change(group.key, next)}
              onRemove={() => setGroups(groups.filter(({ key }) => key !== group.key))}
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button variant="outline" size="sm" onClick={() => add("PREREQUISITE")}>
          <Icon name="plus" />
          {t("addBefore")}
        </Button>
        <Button variant="outline" size="sm" onClick={() => add("COREQUISITE")}>
          <Icon name="plus" />
          {t("addTogether")}
        </Button>
      </div>
      <div className="flex max-w-48 flex-col gap-1.5">
        <label htmlFor={dayId} className="font-medium text-sm">
          {t("day")}
        </label>
        <Input
          id={dayId}
          type="date"
          min={today}
          value={from}
          aria-describedby={`${dayId}-help`}
          onChange={(event) => setFrom(event.target.value)}
        />
      </div>
      <p id={`${dayId}-help`} className="-mt-2 text-muted-foreground text-sm">
        {t("dayHelp")}
      </p>
      <AffectedOn code={code} from={from} />
      <div className="flex flex-wrap gap-2">
        <Button onClick={save} pending={pending} disabled={from < today}>
          {t("save")}
        </Button>
        <Button variant="ghost" onClick={onClose} disabled={pending}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}
