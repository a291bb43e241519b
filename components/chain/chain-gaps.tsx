import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { type ChainDto, type ChainLink, type Gap, LINK_STAGES } from "@/lib/chain/model";
import { useLinkTitle } from "./chain-card";
import { placeHref } from "./chain-place";

/** What breaks the chain, each with the way to where it is mended. */
export function ChainGaps({ chain }: { chain: ChainDto }) {
  const t = useTranslations("chain");
  const gaps = chain.links.flatMap((link) => link.gaps.map((gap) => ({ link, gap })));
  if (gaps.length === 0 && chain.older.length > 0) return null;
  if (chain.links.length === 0) return <Callout>{t("nothing")}</Callout>;
  if (gaps.length === 0) {
    return (
      <Callout tone="good" title={t("whole")}>
        {t("wholeBody")}
      </Callout>
    );
  }
  return (
    <Card as="section" aria-labelledby="gaps-title">
      <CardHeader id="gaps-title" title={t("gaps")} note={t("gapCount", { count: gaps.length })} />
      <ul className="grid divide-y divide-line">
        {gaps.map(({ link, gap }) => (
          <Row key={`${link.id} ${gap}`} chain={chain} link={link} gap={gap} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ chain, link, gap }: { chain: ChainDto; link: ChainLink; gap: Gap }) {
  const t = useTranslations("chain");
  const title = useLinkTitle(link);
  return (
    <li
      data-stage={LINK_STAGES[link.kind]}
      className="grid gap-x-4 gap-y-0.5 px-4 py-2.5 text-md sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center sm:px-4.5"
    >
      <p className="min-w-0 wrap-anywhere">
        <span className="text-sm font-semibold text-hue">{t(`kind.${link.kind}`)}</span>{" "}
        <b className="font-semibold">“{title}”</b>{" "}
        <span className="text-late">{t(`gap.${gap}`)}</span>
      </p>
      <SoftLink
        href={placeHref(chain, link)}
        className="link justify-self-start text-sm touch:inline-flex touch:min-h-11 touch:items-center print:hidden"
      >
        {t(chain.readerIs === "AUTHOR" ? "mend" : "openReading")}
      </SoftLink>
    </li>
  );
}
