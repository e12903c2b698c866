/** The language levels of domain.md 7.4, lowest first: levels below 1 have names instead of numbers. */
export type LanguageLevel = {
  programme: string;
  code: string;
  level: number;
  title: string;
  titleKm: string;
};

const names: Record<string, { en: string; km: string }> = {
  EHSS: { en: "English for High School Students", km: "ភាសាអង់គ្លេសសម្រាប់សិស្សវិទ្យាល័យ" },
  GESL: { en: "General English", km: "ភាសាអង់គ្លេសទូទៅ" },
  IEAP: { en: "English for Academic Purposes", km: "ភាសាអង់គ្លេសសម្រាប់ឧត្តមសិក្សា" },
  EXPRESS: { en: "Weekend English", km: "ភាសាអង់គ្លេសចុងសប្ដាហ៍" },
};

const steps: Record<string, readonly number[]> = {
  EHSS: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  GESL: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  IEAP: [-2, -1, 1, 2, 3, 4],
  EXPRESS: [-1, 1, 2, 3, 4],
};

function levelName(level: number): { code: string; en: string; km: string } {
  if (level === -2) return { code: "PRE", en: "Pre-beginner", km: "កម្រិតត្រៀម" };
  if (level === -1) return { code: "BEG", en: "Beginner", km: "កម្រិតដំបូង" };
  return { code: String(level).padStart(2, "0"), en: `Level ${level}`, km: `កម្រិត ${level}` };
}

export const languageLevels: readonly LanguageLevel[] = Object.entries(steps).flatMap(([programme, levels]) =>
  levels.map((level) => {
    const { code, en, km } = levelName(level);
    const name = names[programme] as { en: string; km: string };
    return {
      programme,
      level,
      code: `${programme}-${code}`,
      title: `${name.en}, ${en}`,
      titleKm: `${name.km} ${km}`,
    };
  }),
);
