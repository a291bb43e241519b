import type { HTMLAttributes, ReactNode } from "react";
import { cx } from "./cx";

type CardProps = HTMLAttributes<HTMLElement> & {
  as?: "div" | "section" | "article" | "li";
  /** A bar at the start, in the hue of the nearest data-stage or data-tone. */
  marked?: boolean;
};

/** A sheet of paper. Its content brings its own padding: a table goes to the edge, text does not. */
export function Card({ as: Tag = "div", marked, className, ...rest }: CardProps) {
  return (
    <Tag
      {...rest}
      className={cx(
        "min-w-0 rounded-md border border-line bg-surface",
        marked && "border-l-4 border-l-hue-solid",
        className,
      )}
    />
  );
}

/** The padding of what is not a table. */
export function CardBody({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return <div {...rest} className={cx("px-4 py-4 sm:px-4.5", className)} />;
}

/** The head of a card: what it is, how much of it, what can be done with it. */
export function CardHeader({
  title,
  note,
  actions,
  level = 2,
  id,
}: {
  title: ReactNode;
  /** Beside the title, quiet: "54 peserta". */
  note?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
  /** For aria-labelledby of the card. */
  id?: string;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="flex min-h-13 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line px-4 py-2.5 sm:px-4.5">
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <Heading id={id} className="text-base font-bold">
          {title}
        </Heading>
        {note && <span className="text-sm text-ink-3">{note}</span>}
      </div>
      {actions && (
        <div className="flex min-w-0 max-w-full flex-wrap items-center gap-2">{actions}</div>
      )}
    </div>
  );
}
