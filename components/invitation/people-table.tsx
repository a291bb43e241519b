"use client";

import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { ReallocateDialog } from "@/components/enrolment/reallocate-dialog";
import { useReturn } from "@/components/enrolment/use-return";
import { WithdrawDialog } from "@/components/enrolment/withdraw-dialog";
import { InviteDialog } from "@/components/invitation/invite-dialog";
import { useRemind } from "@/components/invitation/use-remind";
import { useRevoke } from "@/components/invitation/use-revoke";
import { AccessBadge } from "@/components/staff/access-badge";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Explain } from "@/components/ui/explain";
import { EmptyRow, Table } from "@/components/ui/table";
import { useFormat } from "@/lib/i18n/use-format";
import type { CohortPersonRow, InvitationsMade } from "@/lib/invitation/model";
import { rosterPath } from "@/lib/roster/model";

// With it comes what draws QR codes, which nobody needs before.
const InvitedResult = lazy(() => import("@/components/invitation/invited-result"));

type Asked =
  | { kind: "invite"; enrolmentIds: string[] | null; count: number }
  | { kind: "leave" | "move"; person: CohortPersonRow };

/**
 * The people of a cohort, to be chosen, invited, and recorded as leaving. Needs the messages of
 * `people`, `issues` and `refusals`.
 */
export function PeopleTable({
  cohortId,
  centerId,
  rows,
  withoutAccount,
  withoutLogin,
  facilitators,
  sends,
  canOrganize,
  isDraft,
  cohort,
  timeZone,
  empty,
}: {
  cohortId: string;
  centerId: string;
  rows: CohortPersonRow[];
  /** How many of the whole cohort have no account yet. */
  withoutAccount: number;
  /** How many of those have nothing to sign in with, and are not invited. */
  withoutLogin: number;
  facilitators: { enrolmentId: string; name: string }[];
  sends: boolean;
  canOrganize: boolean;
  /** The cohort does not run yet. */
  isDraft: boolean;
  /** The programme and the cohort, in words. */
  cohort: string;
  timeZone: string;
  empty: string;
}) {
  const t = useTranslations("people");
  const format = useFormat(timeZone);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const [result, setResult] = useState<InvitationsMade | null>(null);
  const revoke = useRevoke(cohortId);
  const remind = useRemind(cohortId, sends);
  const back = useReturn(cohortId);
  const invitable = rows.filter(isInvitable).map(({ enrolmentId }) => enrolmentId);
  const invitableCount = withoutAccount - withoutLogin;
  const picked = invitable.filter((id) => chosen.has(id));
  const open = rows.filter(
    ({ enrolmentId, access }) =>
      chosen.has(enrolmentId) && (access === "SENT" || access === "OPENED"),
  );

  const toggle = (ids: readonly string[], on: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (on) next.add(id);
        else next.delete(id);
      }
      return next;
    });

  if (result) {
    return (
      <Suspense>
        <InvitedResult
          {...{ cohortId, centerId, result, sends, cohort, timeZone }}
          onClose={() => {
            setResult(null);
            setChosen(new Set());
          }}
        />
      </Suspense>
    );
  }
  return (
    <>
      {canOrganize && (
        <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2.5 sm:px-4.5 print:hidden">
          <Button
            size="sm"
            disabled={picked.length === 0}
            onClick={() => setAsked({ kind: "invite", enrolmentIds: picked, count: picked.length })}
          >
            {t("invite.chosen", { count: picked.length })}
          </Button>
          <Button
            size="sm"
            variant="secondary"
            disabled={invitableCount === 0}
            onClick={() => setAsked({ kind: "invite", enrolmentIds: null, count: invitableCount })}
          >
            {t("invite.all", { count: invitableCount })}
          </Button>
          {open.length > 0 && (
            <Button
              size="sm"
              variant="ghost"
              pending={revoke.pending}
              onClick={() => revoke.run(open.map(({ enrolmentId }) => enrolmentId))}
            >
              {t("invite.revoke", { count: open.length })}
            </Button>
          )}
        </div>
      )}
      {canOrganize && withoutLogin > 0 && (
        <div className="border-b border-line px-4 py-2.5 sm:px-4.5 print:hidden">
          <Callout tone="late">{t("withoutLogin", { count: withoutLogin })}</Callout>
        </div>
      )}
      <Table label={t("table")} stack>
        <thead>
          <tr>
            <th scope="col">
              <span className="flex items-center gap-2.5">
                {canOrganize && (
                  <input
                    type="checkbox"
                    aria-label={t("chooseAll")}
                    className="size-4.5 flex-none accent-accent"
                    disabled={invitable.length === 0}
                    checked={invitable.length > 0 && picked.length === invitable.length}
                    onChange={(event) => toggle(invitable, event.target.checked)}
                  />
                )}
                {t("name")}
              </span>
            </th>
            <th scope="col">{t("role")}</th>
            <th scope="col">{t("group")}</th>
            <th scope="col">{t("facilitator")}</th>
            <th scope="col">{t("access")}</th>
            {canOrganize && (
              <th scope="col" data-align="end">
                <span className="sr-only">{t("actions")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && <EmptyRow columns={canOrganize ? 6 : 5}>{empty}</EmptyRow>}
          {rows.map((row) => (
            <tr key={row.enrolmentId}>
              <td>
                <PersonCell
                  row={row}
                  choice={
                    canOrganize ? (
                      <input
                        type="checkbox"
                        aria-label={t("choose", { name: row.name })}
                        className="mt-0.5 size-4.5 flex-none accent-accent"
                        disabled={!isInvitable(row)}
                        checked={chosen.has(row.enrolmentId) && isInvitable(row)}
                        onChange={(event) => toggle([row.enrolmentId], event.target.checked)}
                      />
                    ) : null
                  }
                />
              </td>
              <td data-label={t("role")} data-nowrap="">
                {t(`roles.${row.role}`)}
              </td>
              <td data-label={t("group")} data-nowrap="">
                {row.group ?? "–"}
              </td>
              <td data-label={t("facilitator")}>{row.facilitator ?? "–"}</td>
              <td data-label={t("access")} data-nowrap="">
                <span className="flex flex-wrap items-center gap-1.5">
                  {row.isOffered && !row.withdrawnAt ? (
                    <>
                      <Badge tone="accent">{t("offered")}</Badge>
                      <Explain id={`offered-${row.enrolmentId}`} label={t("offeredWhy")}>
                        {t("offeredHint")}
                      </Explain>
                    </>
                  ) : (
                    <AccessBadge access={row.access} />
                  )}
                  {row.lacksLogin && !row.withdrawnAt && (
                    <Badge tone="late">{t("lacksLogin")}</Badge>
                  )}
                  {row.isClosed && <Badge tone="late">{t("closed")}</Badge>}
                  {row.mailFailed && row.access !== "ACCEPTED" && (
                    <Badge tone="late">{t("mailFailed")}</Badge>
                  )}
                  {row.expiresAt && (row.access === "SENT" || row.access === "OPENED") && (
                    <span className="text-xs text-ink-3">
                      {t("until", { until: format.dateShort(row.expiresAt) })}
                    </span>
                  )}
                </span>
              </td>
              {canOrganize && (
                <td data-align="end" data-nowrap="">
                  <span className="inline-flex flex-wrap justify-end gap-1.5">
                    {row.withdrawnAt ? (
                      <Button
                        size="sm"
                        variant="secondary"
                        aria-label={t("leave.returnFor", { name: row.name })}
                        pending={back.pending}
                        onClick={() => back.run(row)}
                      >
                        {t("leave.return")}
                      </Button>
                    ) : (
                      <>
                        {row.guides > 0 && (
                          <Button
                            size="sm"
                            variant="ghost"
                            aria-label={t("leave.moveFor", { name: row.name })}
                            onClick={() => setAsked({ kind: "move", person: row })}
                          >
                            {t("leave.move")}
                          </Button>
                        )}
                        {row.lacksLogin && (
                          <Button
                            size="sm"
                            variant="secondary"
                            aria-label={t("completeFor", { name: row.name })}
                            href={rosterPath(cohortId, row.enrolmentId)}
                          >
                            {t("complete")}
                          </Button>
                        )}
                        {(row.access === "SENT" || row.access === "OPENED") && (
                          <Button
                            size="sm"
                            variant="ghost"
                            aria-label={t("invite.revokeFor", { name: row.name })}
                            pending={revoke.pending}
                            onClick={() => revoke.run([row.enrolmentId])}
                          >
                            {t("invite.revokeOne")}
                          </Button>
                        )}
                        {row.isOffered && !row.isClosed && (
                          <Button
                            size="sm"
                            variant="secondary"
                            aria-label={t("invite.remindFor", { name: row.name })}
                            pending={remind.pending}
                            onClick={() => remind.run(row)}
                          >
                            {t("invite.remind")}
                          </Button>
                        )}
                        <Button
                          size="sm"
                          variant="ghost"
                          aria-label={t(row.isOffered ? "leave.offer.openFor" : "leave.openFor", {
                            name: row.name,
                          })}
                          onClick={() => setAsked({ kind: "leave", person: row })}
                        >
                          {t(row.isOffered ? "leave.offer.open" : "leave.open")}
                        </Button>
                      </>
                    )}
                  </span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      {asked?.kind === "invite" && (
        <InviteDialog
          {...{ cohortId, sends, isDraft }}
          enrolmentIds={asked.enrolmentIds}
          count={asked.count}
          onClose={() => setAsked(null)}
          onDone={(made) => {
            setAsked(null);
            setResult(made);
          }}
        />
      )}
      {asked?.kind === "leave" && (
        <WithdrawDialog
          cohortId={cohortId}
          person={asked.person}
          facilitators={facilitators}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.kind === "move" && (
        <ReallocateDialog
          cohortId={cohortId}
          person={asked.person}
          facilitators={facilitators}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

function isInvitable(row: CohortPersonRow): boolean {
  return row.access !== "ACCEPTED" && !row.withdrawnAt && !row.isClosed && !row.lacksLogin;
}

function PersonCell({ row, choice }: { row: CohortPersonRow; choice: ReactNode }) {
  const t = useTranslations("people");
  return (
    <span className="flex items-start gap-2.5">
      {choice}
      <span className="min-w-0">
        <span className="font-semibold wrap-anywhere">{row.name}</span>
        <span className="block text-sm font-normal text-ink-3 wrap-anywhere">
          {row.agency} · {row.email ?? t("noEmail")}
        </span>
      </span>
    </span>
  );
}
