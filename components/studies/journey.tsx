import "./journey.css";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { campusToday } from "@/lib/platform/dates/campus";
import type { LeaveKind, ProgrammeEnrolmentStatus, StudentStatus } from "@/lib/platform/db/generated/enums";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { tellReason } from "@/lib/platform/i18n/stored-reason";
import { byDay, monthsOf } from "@/lib/studies/journey/rules";
import type { JourneyEvent } from "@/lib/studies/journey/schemas";
import { levelText, programmeText } from "./words";

type Tone = "good" | "bad" | "away" | "new" | "plain";

const TONE: Record<JourneyEvent["kind"], Tone> = {
  PROGRAMME_START: "new",
  LEVEL_ADVANCE: "plain",
  MAJOR_DECLARED: "new",
  MAJOR_CHANGED: "new",
  LEVEL_COMPLETE: "good",
  PROGRAMME_COMPLETE: "good",
  DEGREE_EARNED: "good",
  CERTIFICATE_EARNED: "good",
  WITHDRAWAL: "bad",
  DISMISSAL: "bad",
  LEAVE_OF_ABSENCE: "away",
  TRANSFER: "away",
  READMISSION: "new",
  STATUS_CHANGE: "plain",
  GAP: "plain",
};

const LEVELS: ReadonlySet<JourneyEvent["kind"]> = new Set(["LEVEL_ADVANCE", "LEVEL_COMPLETE"]);
const PRECEDENCE: Tone[] = ["good", "bad", "away", "new", "plain"];

/** The milestones of a student as a vertical line of days, the newest first; what nobody attended stays visible. */
export async function Journey({ events, name }: { events: readonly JourneyEvent[]; name: string }) {
  const [t, format] = await Promise.all([getTranslations("journey"), getFormat()]);
  if (events.length === 0) {
    return (
      <EmptyState icon="history" title={t("none")}>
        {t("noneText")}
      </EmptyState>
    );
  }
  return (
    <ol aria-label={t("caption", { name })} className="journey max-w-3xl">
      {byDay(events).map(({ on, events: ofDay }) => {
        const tones = ofDay.map((event) => TONE[event.kind]);
        const small = ofDay.every((event) => LEVELS.has(event.kind));
        const isGap = ofDay.some((event) => event.kind === "GAP");
        return (
          <li key={on} data-gap={isGap || undefined}>
            <span
              aria-hidden
              className="journey-dot"
              data-tone={PRECEDENCE.find((tone) => tones.includes(tone))}
              data-small={small || undefined}
            />
            <time dateTime={on} className="tabular block text-muted-foreground text-sm">
              {format.date(on)}
            </time>
            <ul className="flex flex-col gap-1">
              {ofDay.map((event) => (
                <Event
                  key={[event.kind, event.programme?.code, event.level, event.to].join()}
                  event={event}
                />
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

async function Event({ event }: { event: JourneyEvent }) {
  const [t, format] = await Promise.all([getTranslations("journey"), getFormat()]);
  const { kind, programme, award } = event;
  const quiet = LEVELS.has(kind) || kind === "GAP";
  const details = await detailsOf(event);
  return (
    <li className={quiet ? "text-sm" : undefined}>
      <p className={quiet ? "text-muted-foreground" : "font-medium"}>
        {await titleOf(event)}
        {programme && (
          <span className="font-normal">
            {" · "}
            {quiet ? programme.code : programmeText(programme, format)}
            {award ? ` (${award})` : ""}
          </span>
        )}
      </p>
      {details.length > 0 && <p className="text-muted-foreground text-sm">{details.join(" · ")}</p>}
      {kind === "GAP" && (
        <p className="text-muted-foreground text-sm">
          {event.until ? t("gapUntil", { date: format.date(event.until) }) : t("gapOpen")}
        </p>
      )}
    </li>
  );
}

async function titleOf({ kind, on, level, to, until, programme }: JourneyEvent): Promise<string> {
  const [t, studies, people, format] = await Promise.all([
    getTranslations("journey"),
    getTranslations("studies"),
    getTranslations("people"),
    getFormat(),
  ]);
  const names = { pre: studies("levelNames.pre"), beginner: studies("levelNames.beginner") };
  switch (kind) {
    case "LEVEL_ADVANCE":
    case "LEVEL_COMPLETE":
      return t(`kinds.${kind}`, { level: level === null ? "" : levelText(level, names, format) });
    case "GAP":
      return t("kinds.GAP", { months: monthsOf(on, until ?? campusToday()) });
    case "STATUS_CHANGE":
      return programme
        ? t("programmeStatus", { status: studies(`status.${to as ProgrammeEnrolmentStatus}`) })
        : t("kinds.STATUS_CHANGE", { status: people(`status.${to as StudentStatus}`) });
    default:
      return t(`kinds.${kind}`);
  }
}

/** What stands below a milestone: why, until when, at which level. */
async function detailsOf(event: JourneyEvent): Promise<string[]> {
  const [t, studies, leaves, reasons, format] = await Promise.all([
    getTranslations("journey"),
    getTranslations("studies"),
    getTranslations("programmes.leave"),
    getTranslations("reasons"),
    getFormat(),
  ]);
  const { kind, level, reason, programme, on, until } = event;
  const details: string[] = [];
  if (kind === "PROGRAMME_START" && level !== null) {
    const names = { pre: studies("levelNames.pre"), beginner: studies("levelNames.beginner") };
    details.push(t("entry", { level: levelText(level, names, format) }));
  }
  if (kind === "LEAVE_OF_ABSENCE" && reason && until) {
    details.push(leaves(`kinds.${reason as LeaveKind}`));
    details.push(t("until", { months: monthsOf(on, until), date: format.date(until) }));
  } else if (reason) {
    const exits = loose(await getTranslations("studies.exitReasons"));
    const isExit = programme !== null && kind !== "MAJOR_CHANGED" && exits.has(reason);
    // What was completed needs no reason beside it.
    const plain = reason === "COMP" || reason === "GRAD";
    if (isExit && !plain) details.push(exits(reason));
    else if (!isExit) details.push(tellReason(loose(reasons), reason));
  }
  return details;
}
