import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/components/ui/card";
import { MarkedRows } from "@/components/ui/marked";
import { type Markup, markup } from "@/components/ui/markup";
import { EmptyRow, Table } from "@/components/ui/table";
import { Segments } from "@/components/ui/tabs";
import type { AllocationPage } from "@/lib/allocation/loaders";
import type { DeskPerson, DeskPlace } from "@/lib/allocation/model";

type Translate = ReturnType<typeof useTranslations<"allocation">>;

/**
 * Participants by places, in bands, with every constraint in its cell and loads at the foot. Cells are
 * buttons without a handler of their own: `MatrixDesk` around it opens what was pressed.
 */
export function AllocationMatrix({
  page,
  hrefOf,
}: {
  page: AllocationPage;
  hrefOf: (band: string) => string;
}) {
  const t = useTranslations("allocation");
  const { people, places, proposal, band } = page;
  const bands = bandsOf(people, band, t("noGroup"));
  const loadOf = (place: DeskPlace, load: number) =>
    place.capacity === null
      ? t("load", { count: load })
      : t("loadOf", { count: load, capacity: place.capacity });
  return (
    <Card as="section" className="max-sm:hidden">
      <CardHeader
        title={t("matrix")}
        actions={
          <Segments
            label={t("bands")}
            items={(["agency", "group"] as const).map((one) => ({
              href: hrefOf(one),
              label: t(`band.${one}`),
              current: one === band,
            }))}
          />
        }
      />
      <p className="px-4.5 py-3 text-sm text-ink-3">{t("legend")}</p>
      <Table label={t("matrix")} sticky pinned>
        <thead>
          <tr>
            <th scope="col">{t("participant")}</th>
            {places.map((place, at) => (
              <th key={place.id} scope="col" data-align="center" title={place.name}>
                {place.label}
                <span className="block text-xs font-normal text-ink-3 tabular-nums">
                  {loadOf(place, place.load)}
                  {proposal && ` → ${loadOf(place, proposal.loads[at] ?? 0)}`}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        {people.length === 0 ? (
          <tbody>
            <EmptyRow columns={places.length + 1}>{t("nobody")}</EmptyRow>
          </tbody>
        ) : (
          <MarkedRows
            content={markup`${bands.map(
              ({ name, rows }) =>
                markup`<tr data-group><th scope="colgroup" colspan="${places.length + 1}">${name} <span class="font-normal text-ink-3">${t("count", { count: rows.length })}</span></th></tr>${rows.map(
                  (at) => row(t, page, at),
                )}`,
            )}`}
          />
        )}
      </Table>
    </Card>
  );
}

function bandsOf(people: readonly DeskPerson[], band: "agency" | "group", none: string) {
  const rows = new Map<string, number[]>();
  for (const [at, person] of people.entries()) {
    const name = person[band] ?? none;
    const same = rows.get(name);
    if (same) same.push(at);
    else rows.set(name, [at]);
  }
  return [...rows]
    .map(([name, list]) => ({ name, rows: list }))
    .sort((a, b) => a.name.localeCompare(b.name, "id", { numeric: true }));
}

function row(t: Translate, { people, places, proposal }: AllocationPage, at: number): Markup {
  const person = people[at];
  if (!person) return markup``;
  const proposed = proposal ? (proposal.places[at] ?? null) : null;
  return markup`<tr><th scope="row">${person.name}</th>${places.map((place, number) => {
    const signs = [
      person.held.includes(number) && { sign: "●", word: t("sign.held") },
      proposed === number &&
        !person.held.includes(number) && { sign: "◇", word: t("sign.proposed") },
      person.pinned === number && { sign: "⚑", word: t("sign.pinned") },
      person.conflicts.includes(number) && { sign: "✕", word: t("sign.conflict") },
      person.wishes.includes(number) && {
        sign: String(person.wishes.indexOf(number) + 1),
        word: t("sign.wish", { rank: person.wishes.indexOf(number) + 1 }),
      },
    ].filter((one) => one !== false);
    const words = signs.length > 0 ? signs.map(({ word }) => word).join(", ") : t("sign.none");
    const tone = person.conflicts.includes(number) ? "text-late" : "text-ink";
    return markup`<td data-align="center"><button type="button" data-person="${at}" data-place="${number}" class="min-h-8 min-w-10 rounded-sm px-1.5 font-semibold tabular-nums hover:bg-sunken touch:min-h-12 ${tone}" aria-label="${t("cell", { name: person.name, place: place.label, state: words })}" title="${words}">${signs.length > 0 ? signs.map(({ sign }) => sign).join(" ") : "·"}</button></td>`;
  })}</tr>`;
}
