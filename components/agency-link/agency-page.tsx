import { useTranslations } from "next-intl";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { Mark } from "@/components/shell/mark";
import { StageChip } from "@/components/stage/stage-chip";
import { buttonClass } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import {
  type AgencyPerson,
  type AgencyStageCount,
  type AgencyView,
  type AgencyWork,
  agencyFileHref,
  agencyViewPath,
} from "@/lib/agency-link/model";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { useFormat } from "@/lib/i18n/use-format";

/** How an agency's people stand, for its contact: on the screen and on A4. */
export function AgencyPage({ token, view }: { token: string; view: AgencyView }) {
  const t = useTranslations("agencyLinks.view");
  const format = useFormat(view.timeZone);
  return (
    <main id="content" className="mx-auto grid w-full max-w-6xl gap-6 px-4 py-8">
      <div className="grid gap-3">
        <p className="flex items-center gap-2.5 text-lg font-extrabold tracking-tight">
          <Mark size={32} />
          Lokus
        </p>
        <h1 className="text-xl font-bold tracking-tight wrap-anywhere">
          {t("title", { agency: view.agency })}
        </h1>
        <p className="text-ink-2 wrap-anywhere">
          {t("lede", {
            label: view.label,
            center: view.centerName,
            program: view.program,
            cohort: view.cohort,
          })}
        </p>
        <p className="text-sm text-ink-3">
          {t("asOf", { at: format.dateTime(view.now) })}{" "}
          {t("until", { at: format.dateTime(view.expiresAt) })} {t("named")}
        </p>
      </div>
      {view.people.length === 0 ? (
        <Card>
          <EmptyState title={t("nobody")} />
        </Card>
      ) : (
        <>
          <StageSums counts={view.counts} />
          <Card as="section" aria-labelledby="agency-people">
            <CardHeader
              id="agency-people"
              title={t("people")}
              note={t("participants", { count: view.total })}
              actions={
                <a href={agencyFileHref(token)} download className={buttonClass("secondary", "sm")}>
                  {t("download")}
                </a>
              }
            />
            <PeopleTable view={view} />
            <Pagination
              page={view.page}
              pages={view.pages}
              hrefOf={(page) => agencyViewPath(token, page)}
            />
          </Card>
        </>
      )}
      <div className="border-t border-line pt-5 sm:*:max-w-72 print:hidden">
        <LanguageSwitch />
      </div>
    </main>
  );
}

function StageSums({ counts }: { counts: AgencyStageCount[] }) {
  const t = useTranslations("agencyLinks.view");
  const s = useTranslations("stage");
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {counts.map(({ kind, approved, late, total }) => (
        <div key={kind} className="rounded-sm border border-line bg-surface px-4 py-3">
          <dt className="text-sm font-semibold text-ink-2">{s(`kind.${kind}`)}</dt>
          <dd className="tabular-nums">
            {t("approvedOf", { approved, total })}
            {late > 0 && <span className="block text-sm text-late">{t("late", { late })}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function PeopleTable({ view }: { view: AgencyView }) {
  const t = useTranslations("agencyLinks.view");
  const s = useTranslations("stage");
  const columns = STAGE_KINDS.length + (view.showsGrades ? 3 : 2);
  return (
    <Table label={t("people")} sticky stack>
      <thead>
        <tr>
          <th scope="col">{t("participant")}</th>
          <th scope="col">{t("innovation")}</th>
          {STAGE_KINDS.map((kind) => (
            <th key={kind} scope="col">
              {s(`kind.${kind}`)}
            </th>
          ))}
          <th scope="col">{t("plan")}</th>
          {view.showsGrades && (
            <th scope="col" data-align="end">
              {t("grade")}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {view.people.map((person, index) =>
          person.works.length === 0 ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a page do not move
            <tr key={index}>
              <PersonCell person={person} />
              <td colSpan={columns}>
                <span className="text-ink-3">{t("unassigned")}</span>
              </td>
            </tr>
          ) : (
            person.works.map((work, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a page do not move
              <tr key={`${index}-${at}`}>
                <PersonCell person={person} />
                <WorkCells work={work} view={view} />
              </tr>
            ))
          ),
        )}
      </tbody>
    </Table>
  );
}

function PersonCell({ person }: { person: AgencyPerson }) {
  return (
    <th scope="row">
      {person.name}
      <span className="block text-xs font-normal text-ink-3">{person.workUnit}</span>
    </th>
  );
}

function WorkCells({ work, view }: { work: AgencyWork; view: AgencyView }) {
  const t = useTranslations("agencyLinks.view");
  const s = useTranslations("stage");
  const format = useFormat(view.timeZone);
  return (
    <>
      <td data-label={t("innovation")}>{work.innovation}</td>
      {STAGE_KINDS.map((kind) => {
        const { state, paused, late, dueAt } = work.stages[kind];
        return (
          <td key={kind} data-label={s(`kind.${kind}`)}>
            <div>
              <StageChip kind={kind} state={state} paused={paused} late={late} short />
              {late && (
                <span className="block text-xs text-late">
                  {t("due", { at: format.dateTime(dueAt) })}
                </span>
              )}
            </div>
          </td>
        );
      })}
      <td data-label={t("plan")} className="wrap-anywhere">
        {work.planTitle ?? "–"}
      </td>
      {view.showsGrades && (
        <td data-label={t("grade")} data-align="end">
          {work.grade ? format.decimal(work.grade.score) : t("notReleased")}
        </td>
      )}
    </>
  );
}
