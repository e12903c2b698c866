import type { FrameData } from "./frame-data";
import { PaletteHost } from "./palette-host";

/** The palette of a frame, from its data. */
export function PaletteEntry({ data }: { data: FrameData }) {
  const { texts: t, findsPeople } = data;
  return (
    <PaletteHost
      site={t.name}
      pages={data.groups.flatMap((group) => group.entries)}
      palette={data.palette}
      texts={{
        title: t["palette.title"],
        placeholder: findsPeople ? t["palette.placeholder"] : t["palette.placeholderPages"],
        none: t["palette.none"],
        allResults: t["palette.allResults"],
      }}
    />
  );
}
