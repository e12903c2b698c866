import { getTranslations } from "next-intl/server";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { listHref, type UrlParams } from "@/lib/platform/url/href";

/** Takes the courses of the list away, as they are filtered and sorted. */
export async function ExportLinks({ params }: { params: UrlParams }) {
  const t = await getTranslations("courses.list");
  const { page: _page, size: _size, columns: _columns, ...asked } = params;
  return (["xlsx", "csv"] as const).map((format) => (
    <a
      key={format}
      href={listHref("/api/v1/curriculum/courses/export", asked, { format })}
      download
      className={buttonVariants({ variant: "outline" })}
    >
      <Icon name="download" />
      {t(format)}
    </a>
  ));
}
