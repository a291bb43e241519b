import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { MarkedRows } from "@/components/ui/marked";
import { markup } from "@/components/ui/markup";
import { EmptyRow, Table } from "@/components/ui/table";
import type { AllocationHistory } from "@/lib/allocation/loaders";
import { allocationHistoryPath, allocationPath } from "@/lib/allocation/model";
import { cohortPath } from "@/lib/cohort/model";
import { useFormat } from "@/lib/i18n/use-format";
import { reasonText } from "./reason-text";

/** What was allocated, by whom, undone or not; and of one of them, why each person came where they came. */
export function HistoryScreen({ history }: { history: AllocationHistory }) {
  const t = useTranslations("allocation");
  const c = useTranslations("cohorts");
  const { cohort, past, chosen } = history;
  const format = useFormat(cohort.timeZone);
  return (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={[
              { href: "/cohorts", label: c("title") },
              { href: cohortPath(cohort.id), label: cohort.name },
              { href: allocationPath(cohort.id), label: t("history.back") },
            ]}
          />
        }
        title={t("history.title")}
        lede={t("history.lede")}
      />
      <div className="grid gap-5">
        {chosen && <Reasons chosen={chosen} at={format.dateTime(chosen.allocation.appliedAt)} />}
        <Card as="section">
          <CardHeader title={t("history.list")} />
          <Table label={t("history.list")} stack>
            <thead>
              <tr>
                <th scope="col">{t("history.at")}</th>
                <th scope="col">{t("history.kind")}</th>
                <th scope="col">{t("history.by")}</th>
                <th scope="col">{t("history.moved")}</th>
                <th scope="col">{t("history.state")}</th>
                <th scope="col">{t("history.why")}</th>
              </tr>
            </thead>
            <tbody>
              {past.map((one) => {
                const at = format.dateTime(one.appliedAt);
                const undoneAt = one.undoneAt && format.dateTime(one.undoneAt);
                return (
                  <tr key={one.id}>
                    <th scope="row">{at}</th>
                    <td data-label={t("history.kind")}>{t(`kind.${one.kind}`)}</td>
                    <td data-label={t("history.by")} className="wrap-anywhere">
                      {one.appliedBy ?? t("history.notKept")}
                    </td>
                    <td data-label={t("history.moved")}>
                      {t("history.count", { count: one.moved })}
                    </td>
                    <td data-label={t("history.state")}>
                      {!undoneAt
                        ? t("history.applied")
                        : one.undoneBy
                          ? t("history.undoneBy", { at: undoneAt, name: one.undoneBy })
                          : t("history.undone", { at: undoneAt })}
                    </td>
                    <td data-label={t("history.why")}>
                      {one.explained ? (
                        <Button
                          size="sm"
                          variant="secondary"
                          href={allocationHistoryPath(cohort.id, one.id)}
                          aria-label={t("history.lookFor", { at })}
                        >
                          {t("history.look")}
                        </Button>
                      ) : (
                        t("history.notKept")
                      )}
                    </td>
                  </tr>
                );
              })}
              {past.length === 0 && <EmptyRow columns={6}>{t("history.empty")}</EmptyRow>}
            </tbody>
          </Table>
        </Card>
      </div>
    </>
  );
}

function Reasons({
  chosen: { places, people },
  at,
}: {
  chosen: NonNullable<AllocationHistory["chosen"]>;
  at: string;
}) {
  const t = useTranslations("allocation");
  const title = t("history.reasons", { at });
  return (
    <Card as="section">
      <CardHeader title={title} />
      <Table label={title} stack>
        <thead>
          <tr>
            <th scope="col">{t("participant")}</th>
            <th scope="col">{t("history.got")}</th>
            <th scope="col">{t("history.change")}</th>
            <th scope="col">{t("why")}</th>
          </tr>
        </thead>
        <MarkedRows
          content={markup`${people.map(({ person, place, moved, reason }) => {
            const label = place === null ? t("history.nowhere") : (places[place]?.label ?? "–");
            return markup`<tr><th scope="row">${person}</th><td data-label="${t("history.got")}">${label}</td><td data-label="${t("history.change")}">${t(moved ? "history.changed" : "history.unchanged")}</td><td data-label="${t("why")}">${reasonText(t, reason, places)}</td></tr>`;
          })}`}
        />
      </Table>
    </Card>
  );
}
