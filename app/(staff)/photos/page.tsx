import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadPhotoParams } from "@/lib/people/photos/search-params";
import { requirePage } from "@/lib/platform/auth/page";
import { PhotoList } from "./_components/photo-list";
import { PhotosFrame } from "./_components/photos-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("photos"))("title") };
}

/** Photos that people sent in and nobody has looked at. */
export default async function PhotosPage({ searchParams }: PageProps<"/photos">) {
  const actor = await requirePage("people:read");
  const { page } = loadPhotoParams(await searchParams);
  return (
    <PhotosFrame actor={actor}>
      <PhotoList actor={actor} list="unverified" page={page} />
    </PhotosFrame>
  );
}
