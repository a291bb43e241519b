import { useTranslations } from "next-intl";
import { StageIcon } from "@/components/stage/stage-icon";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { type ExtensionDesk, extendPath } from "@/lib/extension/model";
import { useFormat } from "@/lib/i18n/use-format";

/** The extensions of a cohort, the latest first: for whom, until when, by whom and why. */
export function ExtensionList({ desk }: { desk: ExtensionDesk }) {
  const t = useTranslations("extensions");
  const s = useTranslations("stage");
  const format = useFormat(desk.cohort.timeZone);
  return (
    <Card as="section" aria-labelledby="extensions-title">
      <CardHeader id="extensions-title" title={t("list.title")} />
      <CardBody>
        {desk.rows.length === 0 ? (
          <p className="text-md text-ink-3">{t("list.none")}</p>
        ) : (
          <ul className="grid gap-4">
            {desk.rows.map((row) => (
              <li key={row.id} className="grid gap-1 text-md">
                <p className="flex items-center gap-2 font-semibold">
                  <StageIcon kind={row.stage} size={16} className="flex-none text-hue" />
                  {t("list.until", {
                    stage: s(`kind.${row.stage}`),
                    due: format.dateTime(row.dueTo),
                  })}
                </p>
                <p className="wrap-anywhere">
                  {row.audienceName ?? t("audience.ALL")} ·{" "}
                  {t("list.people", { count: row.people })}
                </p>
                <p className="whitespace-pre-line text-ink-2 wrap-anywhere">{row.reason}</p>
                <p className="text-sm text-ink-3">
                  {t("list.by", { name: row.by, when: format.dateTime(row.at) })}
                </p>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
      <Pagination
        page={desk.page}
        pages={desk.pages}
        hrefOf={(page) => extendPath(desk.cohort.id, page)}
      />
    </Card>
  );
}
