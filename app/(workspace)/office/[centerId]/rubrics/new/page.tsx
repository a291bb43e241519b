import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OfficeTabs } from "@/components/center/office-tabs";
import { NewRubricForm } from "@/components/rubric/new-rubric-form";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadNewRubric } from "@/lib/rubric/loaders";
import { RUBRIC_BOUNDS, rubricsPath } from "@/lib/rubric/model";

interface Props {
  params: Promise<{ centerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rubrics.new"))("title") };
}

export default async function NewRubricPage({ params, searchParams }: Props) {
  const { centerId } = await params;
  const [{ from }, t, locale] = await Promise.all([
    loadNewRubric(centerId, await searchParams),
    getTranslations("rubrics"),
    getLocale(),
  ]);
  const derived = from && { name: from.name.id, number: from.number };
  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs items={[{ href: rubricsPath(centerId), label: t("title") }]} />}
        title={t(from ? "new.titleDerived" : "new.title")}
        lede={
          from
            ? t("new.ledeDerived", { name: from.name[locale], number: from.number })
            : t("new.lede")
        }
      />
      <OfficeTabs centerId={centerId} current="rubrics" />
      <Messages namespaces={["rubrics", "refusals", "issues"]}>
        <NewRubricForm
          centerId={centerId}
          from={
            from && {
              versionId: from.versionId,
              purpose: from.purpose,
              scaleKind: from.content.scaleKind,
            }
          }
          initial={{
            nameId: derived ? t("new.derivedNameId", derived).slice(0, RUBRIC_BOUNDS.name.max) : "",
            nameEn: "",
            source: derived
              ? t("new.derivedSource", { ...derived, source: from.source }).slice(
                  0,
                  RUBRIC_BOUNDS.source.max,
                )
              : "",
          }}
        />
      </Messages>
    </>
  );
}
