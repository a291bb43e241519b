import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InnovationFormScreen } from "@/components/innovation/innovation-form-screen";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { officePath } from "@/lib/center/model";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadNewInnovation } from "@/lib/innovation/loaders";

interface Props {
  params: Promise<{ centerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("form.new") };
}

export default async function NewInnovationPage({ params, searchParams }: Props) {
  const { centerId } = await params;
  const [form, t, office] = await Promise.all([
    loadNewInnovation(centerId, await searchParams),
    getTranslations("catalogue"),
    getTranslations("office"),
  ]);
  return (
    <Messages namespaces={["catalogue", "issues", "refusals"]}>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={[
              { href: officePath(centerId), label: office("title") },
              { href: officePath(centerId, "hosts"), label: t("regions.title") },
            ]}
          />
        }
        title={t("form.new")}
      />
      <InnovationFormScreen form={form} />
    </Messages>
  );
}
