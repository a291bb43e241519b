"use client";

import { useTranslations } from "next-intl";
import { renderSVG } from "uqr";
import { Mark } from "@/components/shell/mark";
import { useFormat } from "@/lib/i18n/use-format";
import type { InvitationLink } from "@/lib/invitation/model";

/** Invitations on paper: six on an A4 page, to be cut and handed out. Seen on paper alone. */
export function InvitationSheets({
  links,
  cohort,
  timeZone,
}: {
  links: InvitationLink[];
  /** The programme and the cohort, in words. */
  cohort: string;
  timeZone: string;
}) {
  const t = useTranslations("people.sheet");
  const format = useFormat(timeZone);
  return (
    <ul className="sheets" aria-hidden="true">
      {links.map((link) => (
        <li key={link.enrolmentId} className="sheet-card">
          <div className="min-w-0">
            <p className="flex items-center gap-1.5 font-bold">
              <Mark size={16} /> {t("heading")}
            </p>
            <p className="line-clamp-2 text-xs wrap-anywhere">{cohort}</p>
            <p className="mt-1 line-clamp-3 text-sm font-bold wrap-anywhere">{link.name}</p>
            <p className="text-xs">{[link.agency, link.group].filter(Boolean).join(" · ")}</p>
            <ol className="mt-1.5 list-decimal pl-4 text-xs">
              <li>{t("step1")}</li>
              <li>{t("step2")}</li>
              <li>{t("step3", { login: t("loginNip"), site: new URL(link.url).host })}</li>
            </ol>
            <p className="mt-1.5 text-xs font-semibold">
              {t("until", { until: format.dateTime(link.expiresAt) })}
            </p>
          </div>
          <Qr text={link.url} />
          <p className="col-span-2 font-mono text-[7.5px] wrap-anywhere">{link.url}</p>
        </li>
      ))}
    </ul>
  );
}

/** Black on white with a quiet zone, whatever the theme: that is what cameras read. */
function Qr({ text }: { text: string }) {
  const source = renderSVG(text, { ecc: "M", border: 2 });
  return (
    // biome-ignore lint/performance/noImgElement: it is drawn here, there is nothing to optimise
    <img
      alt=""
      className="size-[38mm] flex-none"
      src={`data:image/svg+xml;utf8,${encodeURIComponent(source)}`}
    />
  );
}
