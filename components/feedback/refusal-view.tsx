import Link from "next/link";
import { useLocale } from "next-intl";
import { buttonVariants } from "@/components/ui/button";
import { type Refusal, refusalTexts } from "./refusal-texts";
import { StateView } from "./state-view";

/** What a refused page shows: that it is not there or not for this role, and ways out. Loaded by refusal.tsx only. */
export default function RefusalView({ kind, search }: { kind: Refusal; search: boolean }) {
  const t = refusalTexts[useLocale() === "km" ? "km" : "en"][kind];
  return (
    <StateView
      page
      icon={kind === "forbidden" ? "lock" : "search-x"}
      title={t.title}
      actions={
        <>
          {/* A full load on purpose: the frame around may be the one of another role. */}
          <a href="/" className={buttonVariants()}>
            {t.home}
          </a>
          {search ? (
            <Link href="/students" prefetch={false} className={buttonVariants({ variant: "outline" })}>
              {t.search}
            </Link>
          ) : null}
        </>
      }
    >
      <p>{t.text}</p>
    </StateView>
  );
}
