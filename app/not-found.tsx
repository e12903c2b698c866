import { Refusal } from "@/components/feedback/refusal";
import { Mark } from "@/components/ui/mark";

/**
 * An address that no route knows. Next renders this element into every page, in case it is needed; so it is small and
 * has no frame of its own. Pages inside a group have theirs, inside their frame.
 */
export default function NotFound() {
  return (
    <main className="flex flex-col items-center pt-16">
      <Mark className="size-10 text-brand" />
      <Refusal kind="notFound" />
    </main>
  );
}
