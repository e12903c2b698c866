import type { getTranslations } from "next-intl/server";
import type { ComparedPerson } from "@/lib/people/duplicates/schemas";
import { BIRTH_PROVINCES } from "@/lib/people/rules";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import { khmerName, latinName } from "@/lib/platform/i18n/names";

type Say = Awaited<ReturnType<typeof getTranslations<"duplicates">>>;
type People = Awaited<ReturnType<typeof getTranslations<"people">>>;

/** How a fact stands on both sides; what nobody knows says nothing. */
export type Agreement = "agrees" | "differs" | "oneSided" | "none";
export type FactLine = {
  key: string;
  label: string;
  left: string[];
  right: string[];
  lang?: "km";
  agreement: Agreement;
};

function agreementOf(left: string[], right: string[]): Agreement {
  if (left.length === 0 && right.length === 0) return "none";
  if (left.length === 0 || right.length === 0) return "oneSided";
  return left.some((value) => right.includes(value)) ? "agrees" : "differs";
}

type Text = (person: ComparedPerson) => string | string[] | null | undefined;

/** Everything on file about the two that the reader may see, fact by fact, and whether it agrees. */
export function factLines(
  [left, right]: [ComparedPerson, ComparedPerson],
  { t, people, format }: { t: Say; people: People; format: Formatter },
): FactLine[] {
  const texts: [keyof typeof compared, Text][] = [
    ["name", (person) => latinName(person)],
    ["khmerName", (person) => khmerName(person)],
    ["number", (person) => person.number],
    [
      "profiles",
      (person) => [
        ...(person.isTeacher ? [t("pair.teacher")] : []),
        ...(person.isStaff ? [t("pair.staff")] : []),
      ],
    ],
    ["status", ({ status }) => status && people(`status.${status}`)],
    ["programme", (person) => person.programme],
    ["gender", ({ gender }) => gender && people(`gender.${gender as "M"}`)],
    ["dateOfBirth", ({ dateOfBirth }) => dateOfBirth && format.date(dateOfBirth)],
    [
      "birthProvince",
      ({ birthProvince }) =>
        birthProvince && BIRTH_PROVINCES.find((each) => each.code === birthProvince)?.[format.locale],
    ],
    ["citizenship", (person) => person.citizenship],
    ["phones", (person) => person.phones],
    ["schoolEmail", (person) => person.schoolEmail],
    ["personalEmail", (person) => person.personalEmail],
    ["admittedOn", ({ admittedOn }) => admittedOn && format.date(admittedOn)],
    ["createdOn", ({ createdOn }) => format.date(createdOn)],
    [
      "counts",
      ({ programmes, enrolments, results }) => t("pair.counts", { programmes, enrolments, results }),
    ],
  ];
  return texts.flatMap(([key, text]) => {
    const [here, there] = [text(left), text(right)];
    // Not sent: the reader may not see it.
    if (here === undefined && there === undefined) return [];
    const values = [here, there].map((value) => [value ?? []].flat().filter(Boolean));
    const [ofLeft = [], ofRight = []] = values;
    if (key === "profiles" && ofLeft.length + ofRight.length === 0) return [];
    return [
      {
        key,
        label: t(`facts.${key}`),
        left: ofLeft,
        right: ofRight,
        ...(key === "khmerName" ? { lang: "km" as const } : {}),
        agreement: compared[key] ? agreementOf(ofLeft, ofRight) : "none",
      },
    ];
  });
}

/** Whether it tells that two records are one person: numbers, days of entry and counts differ anyway. */
const compared = {
  name: true,
  khmerName: true,
  number: false,
  profiles: false,
  status: false,
  programme: true,
  gender: true,
  dateOfBirth: true,
  birthProvince: true,
  citizenship: true,
  phones: true,
  schoolEmail: true,
  personalEmail: true,
  admittedOn: false,
  createdOn: false,
  counts: false,
} as const;
