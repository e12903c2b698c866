import { getTranslations } from "next-intl/server";
import { SeatMeter } from "@/components/classes/seat-meter";
import { courseTitle } from "@/components/classes/times-text";
import { ItemList, ListItem } from "@/components/layout/list-item";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { HomeClass } from "@/lib/registration/queries/registrar-home";

/** The classes that fill up, those of the next terms first. */
export async function FillingList({ classes }: { classes: HomeClass[] }) {
  const [t, words, format] = await Promise.all([
    getTranslations("home.filling"),
    getTranslations("classes"),
    getFormat(),
  ]);
  if (classes.length === 0) return <p className="px-4 py-5 text-muted-foreground text-sm">{t("none")}</p>;
  return (
    <ItemList>
      {classes.map((each) => (
        <ListItem
          key={each.id}
          href={`/classes/${each.id}`}
          title={`${each.code} ${each.section}`}
          detail={courseTitle(each, format)}
          trail={
            <SeatMeter
              format={format}
              seats={each}
              label={words("seats.label", {
                class: `${each.code} ${each.section}`,
                taken: each.taken + each.offered,
                capacity: each.capacity,
              })}
            />
          }
        />
      ))}
    </ItemList>
  );
}
