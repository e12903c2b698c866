import { NotFoundState } from "@/components/feedback/not-found-state";

export default function NotFound() {
  return <NotFoundState />;
}
