import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import type { OwnPhoto } from "@/lib/people/photos/queries";
import { photoDue } from "@/lib/people/photos/rules";
import { campusDay, campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { PersonPhoto } from "./person-photo";
import { PhotoUpload } from "./photo-upload";

type Props = { photo: OwnPhoto; name: { family: string; personal: string } };

/** The own photo on the page of one's data: how it stands with it, and the way to send in a new one. */
export async function OwnPhotoSection({ photo, name }: Props) {
  const [t, format] = await Promise.all([getTranslations("photos"), getFormat()]);
  const due = photo.takenAt === null ? null : photoDue(campusDay(photo.takenAt), photo.isMonk, campusToday());
  return (
    <Section
      title={t("section.title")}
      actions={
        <ClientMessages namespaces={["photos.upload"]}>
          <PhotoUpload of={null} hasPhoto={photo.id !== null} size="sm" />
        </ClientMessages>
      }
    >
      <div className="flex flex-wrap items-start gap-4">
        <PersonPhoto name={name} photo={photo.id} alt={t("section.current")} size="large" />
        <div className="grid min-w-0 flex-1 basis-48 gap-2 text-sm">
          {photo.id === null ? (
            <p className="text-muted-foreground">{t("section.noneText")}</p>
          ) : (
            <Badge variant={photo.verified ? "success" : "warning"}>
              {photo.verified ? t("section.verified") : t("section.unverified")}
            </Badge>
          )}
          {due ? (
            <p className="text-muted-foreground">
              {due.stage === "overdue"
                ? t("list.overdueSince", { date: format.date(due.dueOn) })
                : `${t("section.due")}: ${format.date(due.dueOn)}`}
            </p>
          ) : null}
          {photo.rejectedWhy ? (
            <Alert variant="warning" title={t("notice.rejected")}>
              {t("notice.rejectedText", { reason: photo.rejectedWhy })}
            </Alert>
          ) : null}
        </div>
      </div>
    </Section>
  );
}
