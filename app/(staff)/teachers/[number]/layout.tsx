import type { ReactNode } from "react";
import { ColleagueLayout } from "../../_colleagues/colleague-layout";

type Props = { children: ReactNode; params: Promise<{ number: string }> };

export default function TeacherLayout({ children, params }: Props) {
  return (
    <ColleagueLayout kind="teacher" params={params}>
      {children}
    </ColleagueLayout>
  );
}
