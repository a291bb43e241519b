import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { MarkedRows } from "@/components/ui/marked";
import { markup } from "@/components/ui/markup";
import { EmptyRow, Table } from "@/components/ui/table";
import type { AllocationPage } from "@/lib/allocation/loaders";
import { reasonText } from "./reason-text";

/**
 * Everybody with what they have, what is proposed, and why: the difference, those who move first. On a phone
 * it stands for the matrix.
 */
export function ParticipantList({ page }: { page: AllocationPage }) {
  const t = useTranslations("allocation");
  const { people, places, proposal } = page;
  const labels = (list: readonly number[]) =>
    list.length === 0 ? "–" : list.map((place) => places[place]?.label ?? "").join(", ");
  const moved = new Set(proposal?.moves.map(({ person }) => person));
  const order = [...people.keys()].sort((a, b) => Number(moved.has(b)) - Number(moved.has(a)));
  return (
    <Card as="section">
      <CardHeader
        title={proposal ? t("difference", { count: proposal.moves.length }) : t("present")}
      />
      <Table label={t("participants")} stack>
        <thead>
          <tr>
            <th scope="col">{t("participant")}</th>
            <th scope="col">{t("now")}</th>
            {proposal && <th scope="col">{t("then")}</th>}
            {proposal && <th scope="col">{t("why")}</th>}
            <th scope="col">{t("rules")}</th>
          </tr>
        </thead>
        {people.length === 0 ? (
          <tbody>
            <EmptyRow columns={proposal ? 5 : 3}>{t("nobody")}</EmptyRow>
          </tbody>
        ) : (
          <MarkedRows
            content={markup`${order.map((at) => {
              const person = people[at];
              if (!person) return markup``;
              const to = proposal?.places[at] ?? null;
              const reason = proposal?.reasons[at];
              return markup`<tr><th scope="row">${person.name}<span class="block text-xs font-normal text-ink-3">${person.agency}</span></th><td data-label="${t("now")}">${labels(person.held)}</td>${
                proposal &&
                markup`<td data-label="${t("then")}"><span class="${moved.has(at) ? "font-semibold text-accent" : ""}">${moved.has(at) ? labels(to === null ? [] : [to]) : t("same")}</span></td><td data-label="${t("why")}">${reason && reasonText(t, reason, places)}</td>`
              }<td data-label="${t("rules")}"><button type="button" data-person="${at}" class="${buttonClass("secondary", "sm")}" aria-label="${t("openFor", { name: person.name })}">${t("open")}</button></td></tr>`;
            })}`}
          />
        )}
      </Table>
    </Card>
  );
}
