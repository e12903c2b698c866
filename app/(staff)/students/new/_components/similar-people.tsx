"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { usePeopleHits } from "@/components/layout/use-people-hits";
import { Alert } from "@/components/ui/alert";

/** Students who have the typed name already, so that nobody is created twice. */
export function SimilarPeople() {
  const t = useTranslations("people.new");
  const [family, personal] = useWatch({ name: ["familyName", "personalName"] }) as [string, string];
  const hits = usePeopleHits(
    family.trim().length > 1 && personal.trim().length > 1 ? `${family} ${personal}` : "",
  );
  if (hits.length === 0) return null;
  return (
    <Alert variant="warning" title={t("similarTitle")}>
      <p>{t("similarText")}</p>
      <ul className="mt-1">
        {hits.map((hit) => (
          <li key={hit.number}>
            <a href={`/students/${hit.number}`} target="_blank" rel="noreferrer" className="link">
              {hit.number} {hit.name} {hit.khmerName}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
