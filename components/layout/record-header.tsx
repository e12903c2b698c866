import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";

type Props = {
  /** Family name first. */
  name: { family: string; personal: string };
  khmerName?: string | null;
  /** <PersonPhoto>; without it the initials. */
  picture?: ReactNode;
  number: ReactNode;
  /** A badge with the status; its date and reason stand beside it in `statusDetail`. */
  status?: ReactNode;
  statusDetail?: ReactNode;
  actions?: ReactNode;
  /** Holds, missing documents, clashes, each with the way to mend it: <Alert>s. */
  problems?: ReactNode;
  /** <Facts> */
  facts?: ReactNode;
};

/** The head of a person's record: who it is in both scripts, number, status, what is wrong, the facts that matter. */
export function RecordHeader({
  name,
  khmerName,
  picture,
  number,
  status,
  statusDetail,
  actions,
  problems,
  facts,
}: Props) {
  return (
    <header className="mb-stack flex flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 items-center gap-4">
          {picture ?? <Avatar family={name.family} personal={name.personal} className="size-14 text-lg" />}
          <div className="min-w-0">
            <h1 className="flex flex-wrap items-baseline gap-x-3 font-semibold text-xl tracking-tight">
              <span>
                {name.family} {name.personal}
              </span>
              {khmerName ? (
                <span lang="km" className="font-normal text-muted-foreground">
                  {khmerName}
                </span>
              ) : null}
            </h1>
            <p className="mt-0.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-muted-foreground text-sm">
              <span className="tabular text-foreground">{number}</span>
              {status}
              {statusDetail ? <span>{statusDetail}</span> : null}
            </p>
          </div>
        </div>
        {actions ? (
          <div data-print="hide" className="flex flex-wrap items-center gap-2">
            {actions}
          </div>
        ) : null}
      </div>
      {problems}
      {facts}
    </header>
  );
}
