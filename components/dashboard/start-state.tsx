import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ClipboardListIcon, UsersIcon } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import { assignPath, cohortPath } from "@/lib/cohort/model";
import type { CohortCounts } from "@/lib/dashboard/model";
import { rosterPath } from "@/lib/roster/model";

/** What a cohort needs before its figures say something; nothing once everybody has work. */
export function StartState({
  cohortId,
  counts,
  canAssign,
  canEnrol,
}: {
  cohortId: string;
  counts: CohortCounts;
  canAssign: boolean;
  canEnrol: boolean;
}) {
  const roster = useTranslations("roster.actions");
  const t = useTranslations("dashboard");
  if (counts.all.participants === 0) {
    return (
      <Card>
        <EmptyState
          icon={<UsersIcon size={22} />}
          title={t("start.noParticipants")}
          action={
            <>
              {canEnrol && (
                <Button href={rosterPath(cohortId, "import")}>{roster("import")}</Button>
              )}
              <Button variant="secondary" href={cohortPath(cohortId, "setup")}>
                {t("start.checklist")}
              </Button>
            </>
          }
        >
          {t("start.noParticipantsBody")}
        </EmptyState>
      </Card>
    );
  }
  if (counts.all.stages.EVALUATE.total === 0) {
    return (
      <Card>
        <EmptyState
          icon={<ClipboardListIcon size={22} />}
          title={t("start.noAssignments")}
          action={canAssign && <Button href={assignPath(cohortId)}>{t("assign")}</Button>}
        >
          {t("start.noAssignmentsBody")}
        </EmptyState>
      </Card>
    );
  }
  if (counts.unassigned === 0) return null;
  return (
    <Callout>
      {t("start.partly", { count: counts.unassigned })}{" "}
      {canAssign && (
        <SoftLink href={assignPath(cohortId)} className="link print:hidden">
          {t("assign")}
        </SoftLink>
      )}
    </Callout>
  );
}
