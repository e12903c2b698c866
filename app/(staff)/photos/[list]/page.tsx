import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { loadPhotoParams } from "@/lib/people/photos/search-params";
import { requirePage } from "@/lib/platform/auth/page";
import { PhotoList } from "../_components/photo-list";
import { PhotosFrame } from "../_components/photos-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("photos"))("title") };
}

/** Active students whose photo is overdue, or who have none. */
export default async function PhotoListPage({ params, searchParams }: PageProps<"/photos/[list]">) {
  const actor = await requirePage("people:read");
  const { list } = await params;
  if (list !== "overdue" && list !== "missing") notFound();
  const { page } = loadPhotoParams(await searchParams);
  return (
    <PhotosFrame actor={actor}>
      <PhotoList actor={actor} list={list} page={page} />
    </PhotosFrame>
  );
}
