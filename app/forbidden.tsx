import { Refusal } from "@/components/feedback/refusal";

/** A page outside of every group that is not for the role. Without this file Next sends its own, larger one with every page. */
export default function Forbidden() {
  return <Refusal kind="forbidden" alone />;
}
