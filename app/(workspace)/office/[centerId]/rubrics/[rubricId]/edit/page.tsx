import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OfficeTabs } from "@/components/center/office-tabs";
import { RubricEditor } from "@/components/rubric/rubric-editor";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadRubricDraft } from "@/lib/rubric/loaders";
import { localized, rubricPath, rubricsPath } from "@/lib/rubric/model";

interface Props {
  params: Promise<{ centerId: string; rubricId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rubrics.editor"))("title") };
}

export default async function RubricEditPage({ params }: Props) {
  const { centerId, rubricId } = await params;
  const [draft, t, locale] = await Promise.all([
    loadRubricDraft(centerId, rubricId),
    getTranslations("rubrics"),
    getLocale(),
  ]);
  const name = localized(draft.nameId, draft.nameEn)[locale];
  return (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={[
              { href: rubricsPath(centerId), label: t("title") },
              { href: rubricPath(centerId, rubricId), label: name },
            ]}
          />
        }
        title={t("editor.eyebrow", { number: draft.number })}
        lede={t(`purpose.${draft.purpose}`)}
      />
      <OfficeTabs centerId={centerId} current="rubrics" />
      <Messages namespaces={["rubrics", "refusals", "issues"]}>
        <RubricEditor
          // Another draft is another form; what was typed into this one stays with it.
          key={draft.versionId}
          centerId={centerId}
          rubricId={rubricId}
          versionId={draft.versionId}
          number={draft.number}
          basedOn={draft.basedOn}
          purpose={draft.purpose}
          chosen={draft.chosen}
          head={{ nameId: draft.nameId, nameEn: draft.nameEn, source: draft.source }}
          content={draft.content}
        />
      </Messages>
    </>
  );
}
