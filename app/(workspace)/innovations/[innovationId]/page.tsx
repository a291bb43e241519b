import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfidenceBadge } from "@/components/innovation/confidence-badge";
import { HostAwards } from "@/components/innovation/host-awards";
import { InnovationFacts } from "@/components/innovation/innovation-facts";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card, CardBody } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { loadInnovation } from "@/lib/innovation/loaders";
import { innovationTitle } from "@/lib/innovation/model";

interface Props {
  params: Promise<{ innovationId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadInnovation((await params).innovationId)).code };
}

export default async function InnovationPage({ params }: Props) {
  const [innovation, t, terms] = await Promise.all([
    loadInnovation((await params).innovationId),
    getTranslations("innovations"),
    getTranslations("terms"),
  ]);
  const { owner, host } = innovation;
  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs items={[{ href: "/innovations", label: t("title") }]} />}
        title={innovationTitle(innovation)}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-5">
          <Card as="section">
            <CardBody className="grid gap-4">
              <p className="max-w-[72ch] wrap-anywhere">{innovation.summary}</p>
              <DefinitionList
                items={[
                  {
                    term: t("owner"),
                    value: (
                      <>
                        {owner.name} ({owner.shortName})
                        {owner.laterName && (
                          <span className="text-ink-3">
                            , {t("ownerLater", { name: owner.laterName })}
                          </span>
                        )}
                      </>
                    ),
                  },
                  {
                    term: t("host"),
                    value: host.capital ? `${host.name}, ${host.capital}` : host.name,
                  },
                  { term: t("form"), value: terms(`innovationForm.${innovation.form}`) },
                  { term: t("type"), value: terms(`innovationType.${innovation.type}`) },
                  { term: t("stage"), value: terms(`innovationStage.${innovation.stage}`) },
                  { term: t("startedOn"), value: innovation.startedOn ?? t("notKnown") },
                  {
                    term: t("confidenceLabel"),
                    value: <ConfidenceBadge confidence={innovation.confidence} />,
                  },
                ]}
              />
            </CardBody>
          </Card>
          <InnovationFacts facts={innovation.facts} />
        </div>
        <HostAwards host={host.name} awards={innovation.awards} />
      </div>
    </>
  );
}
