import { ForbiddenState } from "@/components/feedback/forbidden-state";

export default function Forbidden() {
  return <ForbiddenState />;
}
