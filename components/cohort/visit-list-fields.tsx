"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ExternalLinkIcon, PlusIcon, TrashIcon } from "@/components/ui/icons";
import { SelectField } from "@/components/ui/text-field";
import { errandPath } from "@/lib/center/model";
import { SETUP_BOUNDS, VISIT_MODES, type VisitMode, type VisitSetup } from "@/lib/cohort/fields";
import { DayField } from "./day-field";
import { setupFieldId, useSetup } from "./setup-context";

/** Another first day; a last day that would lie before it goes along. */
function startingOn({ endsOn }: VisitSetup, startsOn: string): Partial<VisitSetup> {
  return endsOn < startsOn ? { startsOn, endsOn: startsOn } : { startsOn };
}

/** Which regions are visited, when, and how. */
export function VisitListFields() {
  const t = useTranslations("cohortSetup.visits");
  const router = useRouter();
  const { setup, options, change, errorOf } = useSetup();
  const { visits } = setup;
  const edit = (index: number, part: Partial<VisitSetup>, path: string) =>
    change(
      { visits: visits.map((visit, at) => (at === index ? { ...visit, ...part } : visit)) },
      path,
    );
  const add = () => {
    const free = options.regions.find(
      ({ id }) => !visits.some(({ hostRegionId }) => hostRegionId === id),
    );
    const last = visits.at(-1);
    change(
      {
        visits: [
          ...visits,
          {
            hostRegionId: free?.id ?? "",
            mode: "ONSITE",
            startsOn: last?.endsOn ?? setup.startsOn,
            endsOn: last?.endsOn ?? setup.startsOn,
          },
        ],
      },
      "visits",
    );
  };
  return (
    <div id={setupFieldId("visits")} tabIndex={-1} className="grid gap-4 outline-none">
      {errorOf("visits") && (
        <p role="alert" className="text-sm font-medium text-late">
          {errorOf("visits")}
        </p>
      )}
      {visits.length === 0 && <p className="text-ink-2">{t("none")}</p>}
      {visits.map((visit, index) => {
        const at = `visits.${index}`;
        return (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: a visit has no other name while it is chosen
            key={index}
            className="grid min-w-0 gap-4 rounded-sm border border-line p-3.5"
          >
            <legend className="px-1 text-md font-semibold">
              {t("one", { number: index + 1 })}
            </legend>
            <div className="grid gap-4 sm:grid-cols-2">
              <SelectField
                id={setupFieldId(`${at}.hostRegionId`)}
                name={`${at}.hostRegionId`}
                label={t("region")}
                value={visit.hostRegionId}
                error={errorOf(`${at}.hostRegionId`)}
                onChange={(event) =>
                  edit(index, { hostRegionId: event.target.value }, `${at}.hostRegionId`)
                }
              >
                {!options.regions.some(({ id }) => id === visit.hostRegionId) && (
                  <option value={visit.hostRegionId}>{t("choose")}</option>
                )}
                {options.regions.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </SelectField>
              <SelectField
                id={setupFieldId(`${at}.mode`)}
                name={`${at}.mode`}
                label={t("mode")}
                value={visit.mode}
                error={errorOf(`${at}.mode`)}
                onChange={(event) =>
                  edit(index, { mode: event.target.value as VisitMode }, `${at}.mode`)
                }
              >
                {VISIT_MODES.map((mode) => (
                  <option key={mode} value={mode}>
                    {t(`modes.${mode}`)}
                  </option>
                ))}
              </SelectField>
              <DayField
                id={setupFieldId(`${at}.startsOn`)}
                label={t("startsOn")}
                value={visit.startsOn}
                min={setup.startsOn}
                max={setup.endsOn}
                error={errorOf(`${at}.startsOn`)}
                onChange={(startsOn) => edit(index, startingOn(visit, startsOn), at)}
              />
              <DayField
                id={setupFieldId(`${at}.endsOn`)}
                label={t("endsOn")}
                value={visit.endsOn}
                min={visit.startsOn}
                max={setup.endsOn}
                error={errorOf(`${at}.endsOn`)}
                onChange={(endsOn) => edit(index, { endsOn }, `${at}.endsOn`)}
              />
            </div>
            <Button
              variant="ghost"
              size="sm"
              icon={<TrashIcon size={16} />}
              className="justify-self-start"
              onClick={() =>
                change({ visits: visits.filter((_, other) => other !== index) }, "visits")
              }
            >
              {t("remove", { number: index + 1 })}
            </Button>
          </fieldset>
        );
      })}
      {options.regions.length === 0 && <p className="text-ink-2">{t("noRegions")}</p>}
      <div className="flex flex-wrap items-center gap-2">
        {visits.length < Math.min(SETUP_BOUNDS.visits.max, options.regions.length) && (
          <Button variant="secondary" icon={<PlusIcon size={16} />} onClick={add}>
            {t("add")}
          </Button>
        )}
        {/* In a tab of its own, so that what is filled in here stays; the list is then read again. */}
        <Button
          variant="ghost"
          href={errandPath(options.centerId, "region")}
          target="_blank"
          icon={<ExternalLinkIcon size={16} />}
        >
          {t("newRegion")}
        </Button>
        <Button variant="ghost" onClick={() => router.refresh()}>
          {t("reread")}
        </Button>
      </div>
    </div>
  );
}
