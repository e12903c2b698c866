import { Refusal } from "@/components/feedback/refusal";

export default function Forbidden() {
  return <Refusal kind="forbidden" />;
}
