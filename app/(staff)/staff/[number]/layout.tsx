import type { ReactNode } from "react";
import { ColleagueLayout } from "../../_colleagues/colleague-layout";

type Props = { children: ReactNode; params: Promise<{ number: string }> };

export default function StaffLayout({ children, params }: Props) {
  return (
    <ColleagueLayout kind="staff" params={params}>
      {children}
    </ColleagueLayout>
  );
}
