import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfficeTabs } from "@/components/center/office-tabs";
import { PageHeader } from "@/components/shell/page-header";
import { TemplateForm } from "@/components/template/template-form";
import { TemplateList } from "@/components/template/template-list";
import { Button } from "@/components/ui/button";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadTemplates } from "@/lib/template/loaders";
import { templatesPath } from "@/lib/template/model";

interface Props {
  params: Promise<{ centerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates"))("title") };
}

export default async function TemplatesRoute({ params, searchParams }: Props) {
  const { centerId } = await params;
  const [{ templates, form, canOrganize }, t, office] = await Promise.all([
    loadTemplates(centerId, await searchParams),
    getTranslations("templates"),
    getTranslations("office"),
  ]);
  return (
    <Messages namespaces={["templates", "stage", "issues", "refusals"]}>
      <PageHeader
        eyebrow={office("title")}
        title={t("title")}
        lede={t("lede")}
        actions={
          canOrganize && !form && <Button href={templatesPath(centerId, "new")}>{t("add")}</Button>
        }
      />
      <OfficeTabs centerId={centerId} current="templates" />
      {form ? (
        <TemplateForm
          key={`${form.as} ${form.row?.id ?? ""}`}
          centerId={centerId}
          as={form.as}
          row={form.row}
        />
      ) : (
        <TemplateList centerId={centerId} templates={templates} canOrganize={canOrganize} />
      )}
    </Messages>
  );
}
