import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { Icon, type IconName } from "./icon";

const alertVariants = cva("flex gap-3 rounded-md border px-3.5 py-3 text-sm [&>svg]:mt-0.5", {
  variants: {
    variant: {
      info: "border-info/25 bg-info-subtle [&>svg]:text-info",
      success: "border-success/25 bg-success-subtle [&>svg]:text-success",
      warning: "border-warning/30 bg-warning-subtle [&>svg]:text-warning",
      danger: "border-danger/30 bg-danger-subtle [&>svg]:text-danger",
    },
  },
  defaultVariants: { variant: "info" },
});

const icons: Record<"info" | "success" | "warning" | "danger", IconName> = {
  info: "info",
  success: "circle-check",
  warning: "triangle-alert",
  danger: "circle-alert",
};

type AlertProps = Omit<ComponentProps<"div">, "title"> &
  VariantProps<typeof alertVariants> & { title?: ReactNode; action?: ReactNode };

/**
 * Something the person must know where they are: what happened, why, and in `action` the way to mend it. Announced when
 * it appears (`role="alert"` for dangers, `status` otherwise).
 */
export function Alert({ className, variant, title, action, children, ...props }: AlertProps) {
  const kind = variant ?? "info";
  return (
    <div
      data-slot="alert"
      role={kind === "danger" ? "alert" : "status"}
      className={cn(alertVariants({ variant: kind }), className)}
      {...props}
    >
      <Icon name={icons[kind]} className="size-4 shrink-0" />
      <div className="min-w-0 flex-1 sm:flex sm:items-start sm:justify-between sm:gap-4">
        <div className="min-w-0">
          {title ? <p className="font-semibold">{title}</p> : null}
          {children ? <div className="[&_p+p]:mt-1">{children}</div> : null}
        </div>
        {action ? <div className="mt-2 flex shrink-0 flex-wrap gap-2 sm:mt-0">{action}</div> : null}
      </div>
    </div>
  );
}
