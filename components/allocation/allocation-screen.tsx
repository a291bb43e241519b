import { useTranslations } from "next-intl";
import { ChatText } from "@/components/cohort/chat-text";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button, buttonClass } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Segments } from "@/components/ui/tabs";
import type { AllocationPage } from "@/lib/allocation/loaders";
import { allocationHistoryPath, allocationPath, PLACE_KINDS } from "@/lib/allocation/model";
import { cohortPath } from "@/lib/cohort/model";
import { setupRefusal, workRefusal } from "@/lib/cohort/workflow";
import { Messages } from "@/lib/i18n/messages-scope";
import { useFormat } from "@/lib/i18n/use-format";
import { AllocationMatrix } from "./allocation-matrix";
import { ApplyPanel } from "./apply-panel";
import { CapacityFields } from "./capacity-fields";
import { ClashList } from "./clash-list";
import { FileCard } from "./file-card";
import { MatrixDesk } from "./matrix-desk";
import { ParticipantList } from "./participant-list";
import { SettingsForm } from "./settings-form";
import { UndoAllocation } from "./undo-allocation";
import { WishCallForm } from "./wish-call-form";

/** Cells of the largest matrix that anybody can look over; beyond it the list says the same. */
const MATRIX_CELLS = 10_000;

/** Who has which place, who could have which, and what decides it. */
export function AllocationScreen({ page }: { page: AllocationPage }) {
  const t = useTranslations("allocation");
  const c = useTranslations("cohorts");
  const refusals = useTranslations("refusals");
  const { cohort, kind, people, places, proposal, settings, last } = page;
  const format = useFormat(cohort.timeZone);
  const ended = kind === "INNOVATION" ? workRefusal(cohort.state) : setupRefusal(cohort.state);
  const hrefOf = (band: string) => {
    const { wishes, spread, load } = settings.weights;
    const query = new URLSearchParams({ kind: kind.toLowerCase(), band });
    if (proposal) {
      const asked = { propose: 1, wishes, spread, load, seed: settings.seed };
      for (const [name, value] of Object.entries(asked)) query.set(name, String(value));
    }
    return `${allocationPath(cohort.id)}?${query}`;
  };
  const weights = (
    <div className="min-w-0 xl:col-start-2 xl:row-start-1">
      <SettingsForm page={page} />
    </div>
  );
  return (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={[
              { href: "/cohorts", label: c("title") },
              { href: cohortPath(cohort.id), label: cohort.name },
            ]}
          />
        }
        title={t("title")}
        lede={t("lede")}
        actions={
          <Button variant="secondary" href={allocationHistoryPath(cohort.id)}>
            {t("history.open")}
          </Button>
        }
      />
      <Messages namespaces={["allocation", "assign", "stage", "templates", "issues", "refusals"]}>
        <div className="grid gap-5">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <Segments
              label={t("kinds")}
              items={PLACE_KINDS.map((one) => ({
                href: allocationPath(cohort.id, one),
                label: t(`kind.${one}`),
                current: one === kind,
              }))}
            />
            {last && !ended && (
              <div className="flex flex-wrap items-center gap-3 text-sm text-ink-3">
                <p>{t("last", { at: format.dateTime(last.appliedAt), count: last.moves })}</p>
                <UndoAllocation cohortId={cohort.id} allocationId={last.id} moves={last.moves} />
              </div>
            )}
          </div>
          {ended && <Callout tone="late">{refusals(ended)}</Callout>}
          <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,1fr)] xl:grid-rows-[auto_1fr]">
            {/* In one column: before a list as long as the cohort, until there is a proposal to look at. */}
            {!proposal && weights}
            <div className="grid min-w-0 gap-5 xl:col-start-1 xl:row-span-2 xl:row-start-1">
              <ClashList page={page} />
              {proposal && (
                <div className="flex flex-wrap items-center justify-between gap-3">
                  <p className="min-w-0 flex-1 basis-80 text-md">{summary(t, proposal)}</p>
                  {proposal.moves.length > 0 && !ended && (
                    <a href="#apply" className={buttonClass("secondary")}>
                      {t("toApply")}
                    </a>
                  )}
                </div>
              )}
              <MatrixDesk
                desk={{
                  cohortId: cohort.id,
                  kind,
                  people,
                  places: places.map(({ id, label, name }) => ({ id, label, name })),
                }}
              >
                <ParticipantList page={page} />
                {people.length * places.length <= MATRIX_CELLS && (
                  <AllocationMatrix page={page} hrefOf={hrefOf} />
                )}
              </MatrixDesk>
              {proposal && proposal.moves.length > 0 && !ended && (
                <ApplyPanel
                  key={proposal.digest}
                  cohort={{
                    id: cohort.id,
                    timeZone: cohort.timeZone,
                    visits: cohort.visits.map(({ startsOn }) => ({ startsOn })),
                  }}
                  kind={kind}
                  settings={settings}
                  digest={proposal.digest}
                  moves={proposal.moves.length}
                  due={page.due}
                  templates={page.templates}
                />
              )}
            </div>
            {proposal && weights}
            <div className="grid min-w-0 gap-5 xl:col-start-2 xl:row-start-2">
              {kind === "INNOVATION" && (
                <WishCallForm
                  key={cohort.wishesUntil?.toISOString() ?? ""}
                  cohortId={cohort.id}
                  timeZone={cohort.timeZone}
                  asked={cohort.wishesUntil && format.dateTime(cohort.wishesUntil)}
                  proposed={page.wishesUntil}
                  silent={people
                    .filter(({ wishes }) => wishes.length === 0)
                    .map(({ name }) => name)}
                  people={people.length}
                  ended={ended !== null}
                />
              )}
              <CapacityFields cohortId={cohort.id} kind={kind} places={places} />
              {!ended && <FileCard key={kind} cohortId={cohort.id} kind={kind} places={places} />}
              {!proposal && people.length > 0 && (
                <ChatText
                  text={chatText(t, page)}
                  rows={10}
                  words={{
                    title: t("chat"),
                    copy: t("copy"),
                    copied: t("copied"),
                    copyFailed: t("copyFailed"),
                  }}
                />
              )}
            </div>
          </div>
        </div>
      </Messages>
    </>
  );
}

type Translate = ReturnType<typeof useTranslations<"allocation">>;

function summary(t: Translate, { moves, cost, standing }: NonNullable<AllocationPage["proposal"]>) {
  if (moves.length === 0) return t("best");
  return t("summary", {
    moves: moves.length,
    wishes: cost.wishes,
    wishesNow: standing.wishes,
    spread: cost.spread,
    spreadNow: standing.spread,
    load: cost.load,
    loadNow: standing.load,
  });
}

/** Who has what now, place by place. */
function chatText(t: Translate, { cohort, kind, people, places }: AllocationPage): string {
  const lines = places.flatMap((place, at) => {
    const here = people.filter(({ held }) => held.includes(at));
    if (here.length === 0) return [];
    const title = place.label === place.name ? place.name : `${place.label} – ${place.name}`;
    return ["", `*${title}* (${here.length})`, ...here.map(({ name }, n) => `${n + 1}. ${name}`)];
  });
  return [t(`chatTitle.${kind}`, { program: cohort.program, cohort: cohort.name }), ...lines].join(
    "\n",
  );
}
