import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { ClipboardListIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import type { FindingsDesk } from "@/lib/feedback/loaders";
import { FEEDBACK_VIEWS, FINDING_KINDS, feedbackHref, sourceProblem } from "@/lib/feedback/model";
import { CandidateDesk } from "./candidate-desk";
import { ChosenList } from "./chosen-list";
import { LinkDesk } from "./link-desk";
import { FindingsRelease } from "./release-card";
import { ToldFindings } from "./told-findings";

/** The findings of a cohort on their way to the host: material, what was chosen, how it reads, by which links. */
export function FindingsView({ desk }: { desk: FindingsDesk }) {
  const t = useTranslations("feedback");
  const { cohort, query, findings } = desk;
  return (
    <div className="grid gap-5">
      <FindingsRelease
        cohortId={cohort.id}
        release={desk.release}
        digest={desk.digest}
        count={findings.length}
        problems={findings.filter((finding) => sourceProblem(finding) !== null).length}
        timeZone={cohort.timeZone}
        can={desk.can}
      />
      <FilterChips
        label={t("views.label")}
        chips={FEEDBACK_VIEWS.map((view) => ({
          label: t(`views.${view}`),
          href: feedbackHref(cohort.id, { view }),
          active: view === query.view,
          ...(view === "chosen" ? { count: findings.length } : {}),
        }))}
      />
      <View desk={desk} />
    </div>
  );
}

function View({ desk }: { desk: FindingsDesk }) {
  const t = useTranslations("feedback");
  const { cohort, candidates, preview, links, findings, can } = desk;
  if (candidates) return <Candidates desk={desk} candidates={candidates} />;
  if (links) {
    return (
      <LinkDesk
        cohortId={cohort.id}
        links={links}
        hosts={desk.hosts}
        timeZone={cohort.timeZone}
        can={can}
      />
    );
  }
  if (findings.length === 0) {
    return (
      <Card>
        <EmptyState icon={<ClipboardListIcon size={22} />} title={t("noFindings")}>
          {t("noFindingsBody")}
        </EmptyState>
      </Card>
    );
  }
  if (preview) {
    return (
      <>
        <p className="text-md text-ink-2 print:hidden">{t("previewNote")}</p>
        {desk.hosts.length > 1 && (
          <FilterChips
            label={t("previewHost")}
            chips={desk.hosts.map(({ id, name }) => ({
              label: name,
              href: feedbackHref(cohort.id, { view: "preview", region: id }),
              active: id === preview.region,
            }))}
          />
        )}
        <ToldFindings innovations={preview.feedback.innovations} />
      </>
    );
  }
  return (
    <ChosenList
      cohortId={cohort.id}
      findings={findings}
      timeZone={cohort.timeZone}
      canEdit={can.edit}
    />
  );
}

function Candidates({
  desk: { cohort, query, innovations, findings, can },
  candidates,
}: {
  desk: FindingsDesk;
  candidates: NonNullable<FindingsDesk["candidates"]>;
}) {
  const t = useTranslations("feedback");
  const { innovation, kind } = query;
  return (
    <Card>
      <div className="grid gap-2 border-b border-line px-4 py-3 sm:px-4.5">
        <FilterChips
          label={t("kind")}
          chips={FINDING_KINDS.map((value) => ({
            label: t(`kinds.${value}`),
            href: feedbackHref(cohort.id, { innovation, kind: value === kind ? undefined : value }),
            active: value === kind,
          }))}
        />
        <FilterChips
          label={t("innovation")}
          chips={innovations.map(({ id, name }) => ({
            label: name,
            href: feedbackHref(cohort.id, { kind, innovation: id === innovation ? undefined : id }),
            active: id === innovation,
          }))}
        />
      </div>
      {candidates.rows.length === 0 ? (
        <EmptyState icon={<ClipboardListIcon size={22} />} title={t("noCandidates")}>
          {t("noCandidatesBody")}
        </EmptyState>
      ) : (
        <CandidateDesk
          // Another page or filter is another list: what was ticked there is not ticked here.
          key={`${innovation ?? ""} ${kind ?? ""} ${candidates.page}`}
          cohortId={cohort.id}
          rows={candidates.rows}
          findings={findings}
          canEdit={can.edit}
        />
      )}
      <Pagination
        page={candidates.page}
        pages={candidates.pages}
        hrefOf={(page) => feedbackHref(cohort.id, { innovation, kind, page })}
      />
    </Card>
  );
}
