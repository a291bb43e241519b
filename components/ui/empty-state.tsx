import type { ReactNode } from "react";

/** There is nothing here yet: why, and what to do next. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: ReactNode;
  /** One sentence. */
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-1.5 px-6 py-12 text-center">
      {icon && (
        <span className="mb-2 grid size-12 place-items-center rounded-full bg-sunken text-ink-3">
          {icon}
        </span>
      )}
      <p className="font-semibold">{title}</p>
      {children && <p className="max-w-[46ch] text-md text-ink-2">{children}</p>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
