import { Refusal } from "@/components/feedback/refusal";

/** Nothing answers so: who is not signed in is led to the sign-in page. Without this file Next sends its own, larger one with every page. */
export default function Unauthorized() {
  return <Refusal kind="forbidden" alone />;
}
