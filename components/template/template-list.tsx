import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FileTextIcon } from "@/components/ui/icons";
import { Table } from "@/components/ui/table";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { type TemplateRow, templatesPath } from "@/lib/template/model";
import { DeleteTemplate } from "./delete-template";

/** A centre's templates, each with what it asks and when. */
export function TemplateList({
  centerId,
  templates,
  canOrganize,
}: {
  centerId: string;
  templates: readonly TemplateRow[];
  canOrganize: boolean;
}) {
  const t = useTranslations("templates");
  const s = useTranslations("stage");
  const locale = useLocale();
  if (templates.length === 0) {
    return (
      <Card>
        <EmptyState icon={<FileTextIcon size={22} />} title={t("emptyTitle")}>
          {t("emptyBody")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card as="section">
      <CardHeader title={t("list")} />
      <Table label={t("list")} stack>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("schedule")}</th>
            <th scope="col">{t("instructions")}</th>
            {canOrganize && <th scope="col">{t("actions")}</th>}
          </tr>
        </thead>
        <tbody>
          {templates.map(({ id, name, instructions, stages }) => (
            <tr key={id}>
              <th scope="row" className="wrap-anywhere">
                {name}
              </th>
              <td data-label={t("schedule")}>
                <ul>
                  {STAGE_KINDS.map((kind) => {
                    const { day, time, closeDay } = stages[kind];
                    const said = {
                      stage: s(`kind.${kind}`),
                      day,
                      time: time.replace(":", locale === "id" ? "." : ":"),
                    };
                    return (
                      <li key={kind}>
                        {closeDay === null ? t("due", said) : t("dueCloses", { ...said, closeDay })}
                      </li>
                    );
                  })}
                </ul>
              </td>
              <td
                data-label={t("instructions")}
                className="max-w-96 wrap-anywhere whitespace-pre-line"
              >
                {instructions || <span className="text-ink-3">{t("noInstructions")}</span>}
              </td>
              {canOrganize && (
                <td data-label={t("actions")}>
                  <div className="flex flex-wrap gap-2">
                    <Button
                      size="sm"
                      variant="secondary"
                      href={templatesPath(centerId, { edit: id })}
                      aria-label={t("editFor", { name })}
                    >
                      {t("edit")}
                    </Button>
                    <Button
                      size="sm"
                      variant="secondary"
                      href={templatesPath(centerId, { copy: id })}
                      aria-label={t("copyFor", { name })}
                    >
                      {t("copy")}
                    </Button>
                    <DeleteTemplate centerId={centerId} templateId={id} name={name} />
                  </div>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
