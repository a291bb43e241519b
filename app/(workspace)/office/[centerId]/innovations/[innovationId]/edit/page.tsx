import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InnovationFormScreen } from "@/components/innovation/innovation-form-screen";
import { RetireInnovation } from "@/components/innovation/retire-innovation";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { officePath } from "@/lib/center/model";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadInnovationForm } from "@/lib/innovation/loaders";
import { innovationPath } from "@/lib/innovation/model";

interface Props {
  params: Promise<{ centerId: string; innovationId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { centerId, innovationId } = await params;
  const { standing } = await loadInnovationForm(centerId, innovationId);
  const t = await getTranslations("catalogue");
  return { title: t("form.edit", { code: standing?.values.code ?? "" }) };
}

export default async function EditInnovationPage({ params }: Props) {
  const { centerId, innovationId } = await params;
  const [form, t, innovations] = await Promise.all([
    loadInnovationForm(centerId, innovationId),
    getTranslations("catalogue"),
    getTranslations("innovations"),
  ]);
  const code = form.standing?.values.code ?? "";
  return (
    <Messages namespaces={["catalogue", "issues", "refusals"]}>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={[
              { href: "/innovations", label: innovations("title") },
              { href: innovationPath(innovationId), label: code },
            ]}
          />
        }
        title={t("form.edit", { code })}
        actions={
          form.standing && (
            <RetireInnovation
              centerId={centerId}
              entry={{
                id: innovationId,
                version: form.standing.version,
                name: code,
                archived: form.standing.archived,
              }}
              deletable={{
                values: form.standing.values,
                href: `${officePath(centerId, "hosts")}/${form.regionId}`,
              }}
            />
          )
        }
      />
      <InnovationFormScreen form={form} />
    </Messages>
  );
}
