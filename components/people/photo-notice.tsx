import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import type { OwnPhoto } from "@/lib/people/photos/queries";
import { photoDue } from "@/lib/people/photos/rules";
import { campusDay, campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { PhotoUpload } from "./photo-upload";

/** On a student's home: a photo is missing, due, overdue or was not taken, with the way to send in a new one. */
export async function PhotoNotice({ photo, className }: { photo: OwnPhoto | null; className?: string }) {
  if (!photo) return null;
  const [t, format] = await Promise.all([getTranslations("photos.notice"), getFormat()]);
  const told = () => {
    if (photo.rejectedWhy)
      return { title: t("rejected"), text: t("rejectedText", { reason: photo.rejectedWhy }), urgent: true };
    if (photo.id === null || photo.takenAt === null)
      return { title: t("missing"), text: t("missingText"), urgent: false };
    const { dueOn, stage } = photoDue(campusDay(photo.takenAt), photo.isMonk, campusToday());
    if (photo.skipReminder || stage === "fresh") return null;
    const date = format.date(dueOn);
    return { title: t(stage, { date }), text: t(`${stage}Text`, { date }), urgent: stage !== "gentle" };
  };
  const notice = told();
  if (!notice) return null;
  return (
    <Alert
      variant={notice.urgent ? "warning" : "info"}
      title={notice.title}
      className={className}
      action={
        <ClientMessages namespaces={["photos.upload"]}>
          <PhotoUpload of={null} hasPhoto={photo.id !== null} size="sm" />
        </ClientMessages>
      }
    >
      {notice.text}
    </Alert>
  );
}
