import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Icon, type IconName } from "@/components/ui/icon";

type Props = {
  icon: IconName;
  title: ReactNode;
  children?: ReactNode;
  /** The next step: one or two buttons or links. */
  actions?: ReactNode;
  /** As the only thing on a page its title is the h1; inside a page it is a paragraph. */
  page?: boolean;
  className?: string;
};

/** The one shape of every state without content: what it is, why, what to do next. Works on both sides. */
export function StateView({ icon, title, children, actions, page, className }: Props) {
  const Title = page ? "h1" : "p";
  return (
    <div
      className={cn(
        "mx-auto flex max-w-md flex-col items-center px-4 text-center",
        page ? "py-16" : "py-10",
        className,
      )}
    >
      <span className="mb-3 flex size-11 items-center justify-center rounded-full bg-muted text-muted-foreground">
        <Icon name={icon} className="size-5" />
      </span>
      <Title className={cn("font-semibold", page && "text-lg")}>{title}</Title>
      {children ? <div className="mt-1 text-muted-foreground text-sm">{children}</div> : null}
      {actions ? <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
