import type { Metadata } from "next";
import { loadPosition } from "../../_components/load";
import { PositionPage } from "../../_components/position-page";

type Props = PageProps<"/positions/[id]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor, position } = await loadPosition(params, "organization:edit");
  return { title: actor.locale === "km" ? position.titleKm : position.title };
}

export default async function EditPositionPage({ params }: Props) {
  const { actor, position } = await loadPosition(params, "organization:edit");
  return <PositionPage actor={actor} position={position} />;
}
