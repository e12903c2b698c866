import type { FrameData } from "./frame-data";
import { PreferenceChoice } from "./preference-choice";

type Props = Pick<FrameData, "preferences" | "texts"> & { density: boolean };

/** Light, dark or as the device; comfortable or compact. */
export function LookChoices({ preferences, texts: t, density }: Props) {
  return (
    <div className="grid gap-1.5 px-2 py-1.5">
      <PreferenceChoice
        name="theme"
        value={preferences.theme}
        legend={t["theme.title"]}
        preferences={preferences}
        options={[
          { value: "light", label: t["theme.light"], icon: "sun" },
          { value: "dark", label: t["theme.dark"], icon: "moon" },
          { value: "system", label: t["theme.system"], icon: "monitor" },
        ]}
      />
      {density ? (
        <PreferenceChoice
          name="density"
          value={preferences.density}
          legend={t["density.title"]}
          preferences={preferences}
          options={[
            { value: "comfortable", label: t["density.comfortable"], icon: "rows-3" },
            { value: "compact", label: t["density.compact"], icon: "rows-4" },
          ]}
        />
      ) : null}
    </div>
  );
}
