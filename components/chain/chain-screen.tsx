import { useTranslations } from "next-intl";
import { HowTo } from "@/components/document/how-to";
import { PageHeader } from "@/components/shell/page-header";
import { StageIcon } from "@/components/stage/stage-icon";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import { ahead, behind } from "@/lib/chain/linking";
import { type ChainDto, type ChainLink, LINK_STAGES } from "@/lib/chain/model";
import { ChainCard } from "./chain-card";
import { AuthorCrumbs, ReviewerCrumbs } from "./chain-crumbs";
import { ChainGaps } from "./chain-gaps";
import { chainHref, stageHref } from "./chain-place";

/**
 * The chain of evidence, column by column. With one link chosen, only what it rests on and what rests
 * on it stays: the way back to what was seen, and forward again to what will be done.
 */
export function ChainScreen({ chain, at }: { chain: ChainDto; at: string }) {
  const t = useTranslations("chain");
  const chosen = chain.links.find(({ id }) => id === at);
  const related = chosen
    ? new Set([chosen.id, ...behind(chain.links, chosen.id), ...ahead(chain.links, chosen.id)])
    : null;
  const shown = related ? chain.links.filter(({ id }) => related.has(id)) : chain.links;
  const author = chain.readerIs === "AUTHOR";
  return (
    <>
      <PageHeader
        eyebrow={author ? <AuthorCrumbs chain={chain} /> : <ReviewerCrumbs chain={chain} />}
        title={t("title")}
        lede={
          <p className="text-md">
            {author ? t("lede") : t("ledeReview", { name: chain.participant })}
          </p>
        }
      />
      <div className="grid gap-5">
        {author && <HowTo how={t("how")} example={t("example")} />}
        {chosen ? (
          <Callout
            title={t("following", { kind: t(`kind.${chosen.kind}`) })}
            action={
              <Button variant="secondary" size="sm" href={chainHref(chain)}>
                {t("all")}
              </Button>
            }
          >
            {behind(chain.links, chosen.id).some((id) => id.startsWith("evidence."))
              ? t("reachesEvidence")
              : chosen.kind === "evidence"
                ? t("beginsHere")
                : t("reachesNothing")}
          </Callout>
        ) : (
          <ChainGaps chain={chain} />
        )}
        {chain.older.map((stage) => (
          <OlderNotice key={stage} chain={chain} stage={stage} />
        ))}
        <div className="grid items-start gap-5 lg:grid-cols-4 lg:gap-4 print:grid-cols-2">
          {STAGE_KINDS.map((stage) => (
            <Column
              key={stage}
              stage={stage}
              chain={chain}
              links={shown.filter(({ kind }) => LINK_STAGES[kind] === stage)}
              chosen={chosen}
            />
          ))}
        </div>
      </div>
    </>
  );
}

/** What a stage holds cannot be drawn: its words stand where they were written. */
function OlderNotice({ chain, stage }: { chain: ChainDto; stage: StageKind }) {
  const t = useTranslations("chain");
  const stages = useTranslations("stage");
  return (
    <Callout
      tone="late"
      title={t("olderTitle", { stage: stages(`kind.${stage}`) })}
      action={
        <Button variant="secondary" size="sm" href={stageHref(chain, stage)}>
          {t("olderOpen")}
        </Button>
      }
    >
      {t(chain.readerIs === "AUTHOR" ? "olderBody" : "olderReview")}
    </Callout>
  );
}

function Column({
  stage,
  chain,
  links,
  chosen,
}: {
  stage: StageKind;
  chain: ChainDto;
  links: readonly ChainLink[];
  chosen: ChainLink | undefined;
}) {
  const t = useTranslations("chain");
  const stages = useTranslations("stage");
  const heading = `chain-${stage}`;
  return (
    <section data-stage={stage} aria-labelledby={heading} className="grid min-w-0 gap-2.5">
      <h2
        id={heading}
        className="flex items-center gap-2 border-b-2 border-hue-solid pb-1.5 font-bold text-hue"
      >
        <StageIcon kind={stage} size={17} className="flex-none" />
        <span className="min-w-0 flex-1">{stages(`kind.${stage}`)}</span>
        <span className="text-sm font-normal text-ink-3 tabular-nums">{links.length}</span>
      </h2>
      {links.length > 0 ? (
        <ol className="grid gap-2">
          {links.map((link) => (
            <li key={link.id} className="min-w-0 break-inside-avoid">
              <ChainCard chain={chain} link={link} chosen={link.id === chosen?.id} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-md text-ink-3">
          {chain.older.includes(stage)
            ? t("older")
            : chain.empty.includes(stage)
              ? t("empty")
              : t(chosen ? "noneRelated" : "none")}
        </p>
      )}
    </section>
  );
}
