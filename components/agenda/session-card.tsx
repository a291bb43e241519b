import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { PencilIcon, TriangleAlertIcon } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import type { AgendaSession } from "@/lib/agenda/model";
import { useClock } from "./use-clock";

/** What a session is, when and where it is, and who attends. */
export function SessionCard({
  session,
  hostName,
  clashes = [],
  editHref,
  children,
}: {
  session: AgendaSession;
  /** Where a cohort visits several regions. */
  hostName?: string;
  clashes?: { speaker: string; title: string }[];
  editHref?: string;
  /** More about it: attendance. */
  children?: ReactNode;
}) {
  const t = useTranslations("agenda");
  const clock = useClock();
  const where = [session.place, session.hostUnit?.shortName, hostName].filter(Boolean).join(" · ");
  return (
    <article className="grid gap-1.5 rounded-sm border border-line bg-surface p-3">
      <div className="flex items-start justify-between gap-2">
        <p className="text-sm font-semibold text-ink-2 tabular-nums">
          {clock.range(session.startsMinute, session.endsMinute)}
        </p>
        {editHref && (
          <SoftLink
            href={editHref}
            scroll={false}
            aria-label={t("edit", { title: session.title })}
            title={t("edit", { title: session.title })}
            className="-m-2 inline-grid size-9 flex-none place-items-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink touch:size-12 print:hidden"
          >
            <PencilIcon size={16} />
          </SoftLink>
        )}
      </div>
      <h3 className="text-md font-bold wrap-anywhere">{session.title}</h3>
      {where && <p className="text-sm text-ink-2 wrap-anywhere">{where}</p>}
      {session.speakers.length > 0 && (
        <ul className="grid gap-0.5 text-sm" aria-label={t("speakers")}>
          {session.speakers.map(({ name, role }) => (
            <li key={`${name} ${role}`} className="wrap-anywhere">
              {name}
              {role && <span className="text-ink-3"> · {role}</span>}
            </li>
          ))}
        </ul>
      )}
      {!session.forAll && (
        <p className="flex flex-wrap gap-1">
          {session.groups.length === 0 ? (
            <Badge tone="late">{t("nobody")}</Badge>
          ) : (
            session.groups.map(({ id, name }) => <Badge key={id}>{name}</Badge>)
          )}
        </p>
      )}
      {session.note && (
        <p className="text-sm whitespace-pre-line text-ink-2 wrap-anywhere">{session.note}</p>
      )}
      {clashes.map(({ speaker, title }) => (
        <p key={`${speaker} ${title}`} className="flex gap-1.5 text-sm text-late">
          <TriangleAlertIcon size={15} className="mt-0.5 flex-none" />
          <span className="min-w-0 wrap-anywhere">{t("speakerClash", { speaker, title })}</span>
        </p>
      ))}
      {children}
    </article>
  );
}
