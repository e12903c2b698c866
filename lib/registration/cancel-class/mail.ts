import "server-only";
import { startNotice } from "@/lib/messages/commands/start-notice";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Locale } from "@/lib/platform/i18n/locales";
import { translator } from "@/lib/platform/i18n/translator";

type Told = {
  classes: readonly { code: string; section: string; title: string; titleKm: string | null }[];
  sitting: readonly { student_id: number }[];
  reason: string;
};

/** Queues the mails to who was in the classes. @returns the message, for the page that shows what became of it */
export function tellByMail(tx: Tx, actor: AccountActor, { classes, sitting, reason }: Told): Promise<number> {
  // What somebody writes is no place for facts, whatever it looks like.
  const said = reason.replaceAll("{{", "{ {");
  const words = (locale: Locale) => {
    const t = translator("cancelling", locale);
    const named = classes
      .map(
        ({ code, section, title, titleKm }) =>
          `${code} ${section} (${locale === "km" ? (titleKm ?? title) : title})`,
      )
      .join(", ");
    // The places of the message: each person's own name, the university as its letterhead says.
    const places = { name: "{{name}}", university: "{{university}}" };
    return {
      subject: t("mail.subject", {
        classes: classes.map(({ code, section }) => `${code} ${section}`).join(", "),
      }),
      body: t("mail.body", { ...places, classes: named, reason: said }),
    };
  };
  const [en, km] = [words("en"), words("km")];
  return startNotice(tx, actor, {
    personIds: [...new Set(sitting.map((each) => each.student_id))],
    content: {
      medium: "EMAIL",
      subjectEn: en.subject,
      subjectKm: km.subject,
      bodyEn: en.body,
      bodyKm: km.body,
    },
  });
}
