import { Refusal } from "@/components/feedback/refusal";

/**
 * An address that no route knows. Next renders this element into every page, in case it is needed; so it is a reference
 * to a view that has no frame of its own. Pages inside a group have theirs, inside their frame.
 */
export default function NotFound() {
  return <Refusal kind="notFound" alone />;
}
