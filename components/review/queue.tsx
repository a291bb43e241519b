import { useTranslations } from "next-intl";
import { TogetherBar } from "@/components/approval/together-bar";
import { TogetherNotice } from "@/components/approval/together-notice";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { CircleCheckIcon, SearchIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { Tabs } from "@/components/ui/tabs";
import { STAGE_SLUGS } from "@/lib/assignment/model";
import {
  choiceOf,
  QUEUE_SORTS,
  QUEUE_TABS,
  type QueueFilter,
  queueHref,
  type ReviewQueue,
  WHOLE_QUEUE,
} from "@/lib/review/model";
import { QueueTable } from "./queue-table";

/** What waits for the facilitator, what is with the participants, and what has been decided. */
export function Queue({ queue }: { queue: ReviewQueue }) {
  const t = useTranslations("review.queue");
  const stage = useTranslations("stage");
  const { filter } = queue;
  const choosable = queue.rows.flatMap((row) =>
    typeof row.together === "object"
      ? {
          choice: choiceOf(row),
          assignmentId: row.assignmentId,
          stage: row.stage,
          stageName: stage(`kind.${row.stage}`),
          participant: row.participant,
          ...row.together,
        }
      : [],
  );
  const filtered = filter.stage !== null || filter.groupId !== null || filter.search !== "";
  return (
    <>
      <Tabs
        label={t("tabsLabel")}
        items={QUEUE_TABS.map((tab) => ({
          href: queueHref({ ...filter, tab, page: 1 }),
          label: t(`tabs.${tab}`),
          count: queue.tabs[tab],
          current: tab === filter.tab,
        }))}
      />
      <Filters queue={queue} />
      <TogetherNotice
        together={queue.together}
        timeZone={queue.rows[0]?.timeZone}
        now={queue.now}
      />
      <Card className="overflow-hidden">
        {queue.rows.length > 0 ? (
          <QueueTable queue={queue} />
        ) : filtered ? (
          <EmptyState
            icon={<SearchIcon />}
            title={t("nothingFound")}
            action={
              <Button variant="secondary" href={queueHref({ ...WHOLE_QUEUE, tab: filter.tab })}>
                {t("showAll")}
              </Button>
            }
          >
            {t("nothingFoundHint")}
          </EmptyState>
        ) : (
          <EmptyState icon={<CircleCheckIcon />} title={t(`empty.${filter.tab}`)}>
            {t(`emptyHint.${filter.tab}`)}
          </EmptyState>
        )}
        <Pagination
          page={filter.page}
          pages={queue.pages}
          hrefOf={(page) => queueHref({ ...filter, page })}
        />
      </Card>
      <TogetherBar rows={choosable} />
    </>
  );
}

function Filters({ queue }: { queue: ReviewQueue }) {
  const t = useTranslations("review.queue");
  const s = useTranslations("stage");
  const { filter } = queue;
  const withFilter = (change: Partial<QueueFilter>) => queueHref({ ...filter, ...change, page: 1 });
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-3" data-noprint="">
      <SearchField
        action="/reviews"
        label={t("search")}
        value={filter.search}
        keep={{
          tab: filter.tab === "waiting" ? undefined : filter.tab,
          stage: filter.stage ? STAGE_SLUGS[filter.stage] : undefined,
          group: filter.groupId ?? undefined,
          sort: filter.sort ?? undefined,
        }}
      />
      <FilterChips
        label={t("byStage")}
        chips={queue.stages.map(({ stage, count }) => {
          const active = filter.stage === stage;
          return {
            label: s(`kind.${stage}`),
            href: withFilter({ stage: active ? null : stage }),
            active,
            count,
          };
        })}
      />
      {queue.groups.length > 1 && (
        <FilterChips
          label={t("byGroup")}
          chips={queue.groups.map((group) => {
            const active = filter.groupId === group.id;
            return {
              label: queue.severalCohorts ? `${group.name} · ${group.cohort}` : group.name,
              href: withFilter({ groupId: active ? null : group.id }),
              active,
              count: group.count,
            };
          })}
        />
      )}
      <FilterChips
        label={t("sort")}
        chips={QUEUE_SORTS.map((sort) => {
          const active = filter.sort === sort;
          return {
            label: t(`sorts.${sort}`),
            href: withFilter({ sort: active ? null : sort }),
            active,
          };
        })}
      />
    </div>
  );
}
