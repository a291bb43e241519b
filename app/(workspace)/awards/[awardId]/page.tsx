import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnBadge } from "@/components/catalogue/own-badge";
import { ManagedAward } from "@/components/host/managed-entry";
import { ConfidenceBadge } from "@/components/innovation/confidence-badge";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card, CardBody } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { SoftLink } from "@/components/ui/soft-link";
import { loadAward } from "@/lib/host/loaders";
import { hostPath } from "@/lib/host/model";
import { Messages } from "@/lib/i18n/messages-scope";
import { innovationPath } from "@/lib/innovation/model";

interface Props {
  params: Promise<{ awardId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { award } = await loadAward((await params).awardId);
  return { title: `${award.name} ${award.year}` };
}

/** An award of a host region: who gave it, for what, where that is from and how sure it is. */
export default async function AwardPage({ params }: Props) {
  const [{ award, isStaff, editIn, honourable }, t, words] = await Promise.all([
    loadAward((await params).awardId),
    getTranslations("catalogue"),
    getTranslations("innovations"),
  ]);
  const open = <span className="text-ink-3">{t("unknown")}</span>;
  const { region, innovation } = award;
  const content = (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={[
              { href: "/innovations", label: words("title") },
              { href: hostPath(region.id), label: region.shortName },
            ]}
          />
        }
        title={`${award.name} ${award.year}`}
        actions={editIn && <ManagedAward centerId={editIn} award={award} honourable={honourable} />}
      />
      <Card as="section">
        <CardBody className="grid gap-4">
          <DefinitionList
            items={[
              { term: t("awards.rank"), value: award.rank },
              { term: t("awards.level"), value: words(`level.${award.level}`) },
              { term: t("awards.year"), value: award.year },
              { term: t("awards.giver"), value: award.giver ?? open },
              {
                term: t("form.region"),
                value: (
                  <SoftLink
                    href={hostPath(region.id)}
                    className="link inline-flex items-center touch:min-h-11"
                  >
                    {region.shortName}
                  </SoftLink>
                ),
              },
              {
                term: t("awards.honours"),
                value: innovation ? (
                  <SoftLink
                    href={innovationPath(innovation.id)}
                    className="link inline-flex items-center touch:min-h-11"
                  >
                    {innovation.code}: {innovation.name}
                  </SoftLink>
                ) : (
                  t("awards.none")
                ),
              },
              {
                term: t("confidence"),
                value: <ConfidenceBadge confidence={award.confidence} />,
              },
              ...(isStaff ? [{ term: t("owner"), value: <OwnBadge own={award.own} /> }] : []),
            ]}
          />
          {award.note && (
            <p className="max-w-[72ch] whitespace-pre-line wrap-anywhere">{award.note}</p>
          )}
          <p className="text-sm text-ink-3 wrap-anywhere">
            {words("source", { source: award.source })}
          </p>
        </CardBody>
      </Card>
    </>
  );
  // Words for the forms, for those who have them.
  if (!editIn) return content;
  return <Messages namespaces={["catalogue", "issues", "refusals"]}>{content}</Messages>;
}
