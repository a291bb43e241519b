import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { AllocationPage } from "@/lib/allocation/loaders";
import type { Clash } from "@/lib/allocation/model";

/** People that one clash names; the others are counted. */
const NAMED = 12;

/** Which limits cannot all hold, in sentences. */
export function ClashList({ page: { people, places, proposal } }: { page: AllocationPage }) {
  const t = useTranslations("allocation.clash");
  if (!proposal || proposal.clashes.length === 0) return null;
  const name = (person: number) => people[person]?.name ?? "";
  const label = (place: number) => places[place]?.label ?? "";
  const names = (list: readonly number[]) =>
    list.length <= NAMED
      ? list.map(name).join(", ")
      : t("more", {
          names: list.slice(0, NAMED).map(name).join(", "),
          count: list.length - NAMED,
        });
  const sentence = (clash: Clash) => {
    switch (clash.kind) {
      case "too_few_seats":
        return t("tooFewSeats", {
          people: clash.people.length,
          seats: clash.seats,
          places: clash.places.map(label).join(", "),
          names: names(clash.people),
        });
      case "no_place":
        return t("noPlace", { name: name(clash.person) });
      case "fixed_over_capacity":
        return t("fixedOverCapacity", {
          place: label(clash.place),
          fixed: clash.fixed,
          capacity: clash.capacity,
        });
      case "fixed_in_conflict":
        return t("fixedInConflict", { name: name(clash.person), place: label(clash.place) });
    }
  };
  return (
    <Callout tone="late" title={t("title")}>
      <ul className="list-disc pl-5">
        {proposal.clashes.map((clash) => (
          <li key={JSON.stringify(clash)}>{sentence(clash)}</li>
        ))}
      </ul>
      <p className="mt-2">{t("after")}</p>
    </Callout>
  );
}
