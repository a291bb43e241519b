import type { ReactNode } from "react";
import { Mark } from "./mark";

/** A page that says one thing: not found, failed, expired. */
export function Notice({
  title,
  body,
  detail,
  inside,
  children,
}: {
  title: string;
  body: string;
  /** Small print, such as an incident code. */
  detail?: string | null;
  /** It stands inside the shell, which has the landmark and the mark already. */
  inside?: boolean;
  children?: ReactNode;
}) {
  const Tag = inside ? "div" : "main";
  return (
    <Tag
      id={inside ? undefined : "content"}
      className="mx-auto grid min-h-[70dvh] max-w-md content-center justify-items-start gap-4 px-5 py-12"
    >
      {!inside && <Mark size={36} />}
      <h1 className="mt-2 text-xl font-bold tracking-tight">{title}</h1>
      <p className="text-ink-2">{body}</p>
      {children && <div className="mt-2 flex flex-wrap gap-2">{children}</div>}
      {detail && <p className="text-sm text-ink-3">{detail}</p>}
    </Tag>
  );
}
