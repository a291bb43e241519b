import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OfficeTabs } from "@/components/center/office-tabs";
import { NewVersionButton } from "@/components/rubric/rubric-actions";
import { RubricAside } from "@/components/rubric/rubric-aside";
import { RubricContentCard } from "@/components/rubric/rubric-content";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { CopyIcon, PencilIcon } from "@/components/ui/icons";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadRubric } from "@/lib/rubric/loaders";
import { comparePath, rubricPath, rubricsPath } from "@/lib/rubric/model";

interface Props {
  params: Promise<{ centerId: string; rubricId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rubrics"))("title") };
}

export default async function RubricPage({ params, searchParams }: Props) {
  const { centerId, rubricId } = await params;
  const [{ rubric, can }, t, locale] = await Promise.all([
    loadRubric(centerId, rubricId, await searchParams),
    getTranslations("rubrics"),
    getLocale(),
  ]);
  const { shown, purpose } = rubric;
  const draft = rubric.versions.find(({ state }) => state !== "FROZEN");
  const notes = [
    t(rubric.shared ? "page.sharedNote" : "page.ownNote"),
    ...(purpose === "CLASSIFICATION" ? [t("page.classificationNote")] : []),
    ...(purpose === "GATE" ? [t("page.gateNote")] : []),
  ];
  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs items={[{ href: rubricsPath(centerId), label: t("title") }]} />}
        title={rubric.name[locale]}
        lede={
          <span className="flex flex-wrap gap-1.5">
            <Badge>{t(rubric.shared ? "sharedBadge" : "ownBadge")}</Badge>
            <Badge>{t(`purpose.${purpose}`)}</Badge>
          </span>
        }
        actions={
          <>
            <Button href={comparePath(centerId, shown.id)} variant="secondary">
              {t("page.compare")}
            </Button>
            {can.derive && (
              <Button
                href={`${rubricsPath(centerId)}/new?from=${shown.id}`}
                variant="secondary"
                icon={<CopyIcon />}
              >
                {t("page.derive")}
              </Button>
            )}
            {can.edit && draft && (
              <Button href={`${rubricPath(centerId, rubric.id)}/edit`} icon={<PencilIcon />}>
                {t("page.edit")}
              </Button>
            )}
            {can.edit && !draft && (
              <Messages namespaces={["rubrics", "refusals"]}>
                <NewVersionButton centerId={centerId} rubricId={rubric.id} />
              </Messages>
            )}
          </>
        }
      />
      <OfficeTabs centerId={centerId} current="rubrics" />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          <div className="grid max-w-[84ch] gap-1 text-md">
            <p className="wrap-anywhere">
              <span className="font-semibold">{t("page.source")}:</span> {rubric.source}
            </p>
            {notes.map((note) => (
              <p key={note} className="text-sm text-ink-3">
                {note}
              </p>
            ))}
          </div>
          <RubricContentCard rubric={rubric} />
        </div>
        <div className="grid min-w-0 gap-4">
          <RubricAside centerId={centerId} rubric={rubric} />
        </div>
      </div>
    </>
  );
}
