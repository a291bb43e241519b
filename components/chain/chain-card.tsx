import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { TriangleAlertIcon } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import type { ChainDto, ChainLink } from "@/lib/chain/model";
import { useFormat } from "@/lib/i18n/use-format";
import { chainHref, placeHref } from "./chain-place";

/** One link of the chain: what it says, what is missing, the way along the chain and to its place. */
export function ChainCard({
  chain,
  link,
  chosen,
}: {
  chain: ChainDto;
  link: ChainLink;
  chosen: boolean;
}) {
  const t = useTranslations("chain");
  const title = useLinkTitle(link);
  const format = useFormat(chain.timeZone);
  return (
    <Card
      as="article"
      marked={chosen}
      className={cx("grid gap-1 px-3 py-2.5", chosen && "bg-hue-soft")}
    >
      <p className="flex flex-wrap items-center justify-between gap-x-2 text-xs text-ink-3">
        <span>{t(`kind.${link.kind}`)}</span>
        {link.value !== null && (
          <b className="text-md text-hue tabular-nums">
            {t(`value.${link.kind as "score" | "obstacle" | "solution"}`, { value: link.value })}
          </b>
        )}
        {link.endsOn && <time dateTime={link.endsOn}>{format.date(link.endsOn)}</time>}
      </p>
      <h3 className="text-md font-semibold wrap-anywhere">
        <SoftLink
          href={chainHref(chain, link.id)}
          aria-current={chosen || undefined}
          className="hover:text-hue hover:underline touch:inline-flex touch:min-h-11 touch:items-center"
        >
          {title}
        </SoftLink>
      </h3>
      {link.detail !== "" && (
        <p className="line-clamp-3 text-sm text-ink-2 wrap-anywhere print:line-clamp-none">
          {(link.kind === "obstacle" || link.kind === "solution") && (
            <span className="font-semibold">{t(`detail.${link.kind}`)} </span>
          )}
          {link.detail}
        </p>
      )}
      {link.gaps.length > 0 && (
        <ul className="mt-1 grid gap-1">
          {link.gaps.map((gap) => (
            <li key={gap} className="flex gap-1.5 text-sm font-medium text-late">
              <TriangleAlertIcon size={14} className="mt-0.5 flex-none" />
              <span className="min-w-0">{t(`gap.${gap}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {chosen && (
        <p className="text-sm print:hidden">
          <SoftLink
            href={placeHref(chain, link)}
            className="link touch:inline-flex touch:min-h-11 touch:items-center"
          >
            {t(chain.readerIs === "AUTHOR" ? "openForm" : "openReading")}
          </SoftLink>
        </p>
      )}
      {chosen && (
        <p>
          <Badge>{t("here")}</Badge>
        </p>
      )}
    </Card>
  );
}

/** What a link is called, in the reader's language where it comes from the rubric. */
export function useLinkTitle(link: ChainLink): string {
  const t = useTranslations("chain");
  const locale = useLocale();
  return typeof link.title === "string" ? link.title.trim() || t("untitled") : link.title[locale];
}
