import Link from "next/link";
import { useLocale } from "next-intl";
import { buttonVariants } from "@/components/ui/button";
import { Mark } from "@/components/ui/mark";
import { type Refusal, refusalTexts } from "./refusal-texts";
import { StateView } from "./state-view";

type Props = {
  kind: Refusal;
  /** Offers the list of students. */
  search?: boolean;
  /** Stands outside of every frame, with the mark above. */
  alone?: boolean;
};

/** What a refused page shows: that it is not there or not for this role, and ways out. Loaded by refusal.tsx only. */
export default function RefusalView({ kind, search, alone }: Props) {
  const t = refusalTexts[useLocale() === "km" ? "km" : "en"][kind];
  const view = (
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
  if (!alone) return view;
  return (
    <main className="flex flex-col items-center pt-16">
      <Mark className="size-10 text-brand" />
      {view}
    </main>
  );
}
