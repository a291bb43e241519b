"use client";

import { useTranslations } from "next-intl";
import { useDerived } from "@/components/document/form-context";
import type { Stakeholder } from "@/lib/plan/model";
import { InfluenceMap } from "./influence-map";

type Place = Pick<Stakeholder, "influence" | "interest">;

/** Where the stakeholders stand as they are written at this moment. */
export function StakeholderGrid({ path }: { path: string }) {
  const t = useTranslations("planForm.stakeholders");
  const places = useDerived(placesOf, path);
  if (!places.some(({ influence, interest }) => influence !== null && interest !== null)) {
    return null;
  }
  return (
    <figure className="grid gap-2">
      <figcaption className="text-md font-semibold">
        {t("map")}
        <span className="block text-sm font-normal text-ink-3">{t("mapHint")}</span>
      </figcaption>
      <InfluenceMap stakeholders={places} />
    </figure>
  );
}

function placesOf(stakeholders: readonly Stakeholder[] | undefined): Place[] {
  return (stakeholders ?? []).map(({ influence, interest }) => ({ influence, interest }));
}
