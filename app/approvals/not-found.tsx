import { Refusal } from "@/components/feedback/refusal";

export default function NotFound() {
  return <Refusal kind="notFound" />;
}
