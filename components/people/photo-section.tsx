import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { Fact, Facts } from "@/components/layout/fact";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { photoDue } from "@/lib/people/photos/rules";
import type { PhotoVersion } from "@/lib/people/photos/schemas";
import type { RecordRef } from "@/lib/people/record-ref";
import { campusDay, campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { PersonPhoto } from "./person-photo";
import { CurrentPhotoActions, RestorePhoto } from "./photo-actions";
import { PhotoUpload } from "./photo-upload";

type Props = {
  record: RecordRef;
  name: { family: string; personal: string };
  /** Of a student; null: nobody is reminded of a new photo, as for who works here. */
  isMonk: boolean | null;
  /** listPhotos of this person. */
  photos: PhotoVersion[];
  /** Whether the reader holds people:edit. */
  editable: boolean;
};

/** The photo of a person with what is known of it, and every earlier one, for the record of anybody. */
export async function PhotoSection({ record, name, isMonk, photos, editable }: Props) {
  const t = await getTranslations("photos");
  const current = photos.find((photo) => photo.isCurrent);
  const earlier = photos.filter((photo) => !photo.isCurrent);
  const fullName = `${name.family} ${name.personal}`;
  return (
    <ClientMessages namespaces={["photos.upload", "photos.actions", "forms"]}>
      <div className="grid gap-8">
        <Section
          title={t("section.current")}
          actions={
            editable ? (
              <PhotoUpload of={record} name={fullName} hasPhoto={current !== undefined} size="sm" />
            ) : null
          }
        >
          {current ? (
            <Current photo={current} {...{ name, isMonk, editable }} />
          ) : (
            <EmptyState icon="user" title={t("section.none")}>
              {editable ? t("section.noneText") : null}
            </EmptyState>
          )}
        </Section>
        <Section title={t("section.history")} framed={earlier.length > 0}>
          {earlier.length > 0 ? (
            <ul className="divide-y">
              {earlier.map((photo) => (
                <Earlier key={photo.id} photo={photo} {...{ name, editable }} />
              ))}
            </ul>
          ) : (
            <p className="text-muted-foreground text-sm">{t("section.noHistory")}</p>
          )}
        </Section>
      </div>
    </ClientMessages>
  );
}

type PartProps = { photo: PhotoVersion } & Pick<Props, "name" | "editable">;

async function Current({ photo, name, isMonk, editable }: PartProps & Pick<Props, "isMonk">) {
  const [t, format] = await Promise.all([getTranslations("photos"), getFormat()]);
  const due = isMonk === null ? null : photoDue(campusDay(photo.takenAt), isMonk, campusToday());
  const by = (who: string | null, how?: string) => [who, how].filter(Boolean).join(" · ") || undefined;
  const tone = { fresh: "success", gentle: "info", urgent: "warning", overdue: "danger" } as const;
  return (
    <div className="flex flex-wrap gap-6">
      <PersonPhoto
        name={name}
        photo={photo.id}
        alt={t("alt", { name: `${name.family} ${name.personal}` })}
        size="full"
      />
      <div className="grid min-w-0 flex-1 basis-64 content-start gap-4">
        <div className="flex flex-wrap gap-2">
          <Badge variant={photo.verifiedAt ? "success" : "warning"}>
            {photo.verifiedAt ? t("section.verified") : t("section.unverified")}
          </Badge>
          {due ? <Badge variant={tone[due.stage]}>{t(`stage.${due.stage}`)}</Badge> : null}
        </div>
        <Facts>
          <Fact
            label={t("section.taken")}
            value={format.date(campusDay(photo.takenAt))}
            detail={by(photo.uploadedBy, t(`section.source.${photo.source}`))}
          />
          {due ? (
            <Fact
              label={t("section.due")}
              value={format.date(due.dueOn)}
              detail={
                photo.skipReminder
                  ? t("section.remindersOff")
                  : t("section.remindersOn", { count: photo.reminderCount })
              }
            />
          ) : null}
          {photo.verifiedAt ? (
            <Fact
              label={t("section.looked")}
              value={format.date(campusDay(photo.verifiedAt))}
              detail={by(photo.verifiedBy)}
            />
          ) : null}
        </Facts>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {editable ? (
            <CurrentPhotoActions
              id={photo.id}
              version={photo.version}
              verified={photo.verifiedAt !== null}
              skipped={due ? photo.skipReminder : null}
            />
          ) : null}
          <a href={`/api/photos/${photo.id}?download=1`} download className="link text-sm">
            {t("section.download")}
          </a>
        </div>
      </div>
    </div>
  );
}

async function Earlier({ photo, name, editable }: PartProps) {
  const [t, format] = await Promise.all([getTranslations("photos"), getFormat()]);
  return (
    <li className="flex flex-wrap items-center gap-4 px-4 py-3">
      <PersonPhoto
        name={name}
        photo={photo.id}
        alt={t("alt", { name: `${name.family} ${name.personal}` })}
        size="thumb"
        lazy
      />
      <div className="min-w-0 flex-1 basis-48 text-sm">
        <p className="flex flex-wrap gap-x-2">
          {t("list.taken", { date: format.date(campusDay(photo.takenAt)) })}
          {photo.rejectedAt ? <Badge variant="danger">{t("section.rejected")}</Badge> : null}
        </p>
        <p className="text-muted-foreground">
          {photo.rejectedWhy ??
            (photo.supersededAt
              ? t("section.superseded", { date: format.date(campusDay(photo.supersededAt)) })
              : null)}
        </p>
      </div>
      {editable && !photo.rejectedAt ? <RestorePhoto id={photo.id} version={photo.version} /> : null}
    </li>
  );
}
