"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useDerived, useField, useForm } from "@/components/document/form-context";
import { HowTo } from "@/components/document/how-to";
import { Item, ListCount, later } from "@/components/document/item-list";
import { newId } from "@/components/document/new-id";
import { reach } from "@/components/document/reach";
import { Button } from "@/components/ui/button";
import { FieldFoot } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { PlusIcon, TrashIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import type { StageFormDto } from "@/lib/assignment/model";
import type { IsoDate } from "@/lib/document/model";
import { useFormat } from "@/lib/i18n/use-format";
import { type Milestone, PLAN_BOUNDS, TERMS, type Term } from "@/lib/plan/model";
import {
  LONG_TERM_YEARS,
  MEDIUM_TERM_DAYS,
  planStart,
  SHORT_TERM_DAYS,
  type TermWindow,
  termWindows,
} from "@/lib/plan/scoring";
import { MilestoneHead, MilestoneItem, OwnerNames } from "./milestone-item";

// Drawn once its section is opened: what nobody looks at need not be loaded.
const MilestoneAxis = dynamic(
  () => import("./milestone-axis").then((module) => module.MilestoneAxis),
  { ssr: false },
);

type Entry = { id: string; index: number; term: Term | null };
type Overview = {
  entries: Entry[];
  start: IsoDate | null;
  windows: Record<Term, TermWindow> | null;
};

const PATH = "milestones";

/** The milestones by term, each term with the days on which its milestones may end. */
export function MilestoneFields({ dto, shown }: { dto: StageFormDto<"PLAN">; shown: boolean }) {
  const t = useTranslations("planForm.milestones");
  const format = useFormat(dto.timeZone);
  const { label, hint, error } = useField(PATH);
  const { entries, start, windows } = useDerived(overviewOf, PATH);
  // They lie in one list; on the screen they are counted in the order in which they are read.
  const read = [...TERMS, null].flatMap((term) => entries.filter((entry) => entry.term === term));
  const numbered = read.map((entry, index) => ({ ...entry, number: index + 1 }));
  const unsorted = numbered.filter(({ term }) => term === null);
  return (
    <fieldset
      id={PATH}
      tabIndex={-1}
      aria-describedby={error ? `${PATH}-hint ${PATH}-error` : `${PATH}-hint`}
      className="min-w-0 outline-none"
    >
      <legend className="sr-only">{label}</legend>
      <OwnerNames />
      <div className="grid gap-5">
        <div id={`${PATH}-hint`} className="-mt-3 grid gap-1 text-sm text-ink-3">
          <p className="flex items-baseline justify-between gap-x-3">
            {hint}
            <ListCount count={entries.length} bounds={PLAN_BOUNDS.milestones} />
          </p>
          <p>{start === null ? t("startsUnknown") : t("starts", { date: format.date(start) })}</p>
        </div>
        <HowTo how={t("how")} example={t("example")} />
        {shown && <MilestoneAxis timeZone={dto.timeZone} />}
        {TERMS.map((term) => (
          <TermGroup
            key={term}
            term={term}
            window={windows?.[term] ?? null}
            entries={numbered.filter((entry) => entry.term === term)}
            all={entries}
            dto={dto}
          />
        ))}
        {unsorted.length > 0 && (
          <div className="grid gap-3">
            <h3 className="font-bold">{t("unsorted")}</h3>
            <Entries entries={unsorted} window={null} dto={dto} />
          </div>
        )}
        <FieldFoot id={PATH} error={error} />
      </div>
    </fieldset>
  );
}

type Numbered = Entry & { number: number };

function TermGroup({
  term,
  window,
  entries,
  all,
  dto,
}: {
  term: Term;
  window: TermWindow | null;
  entries: Numbered[];
  all: Entry[];
  dto: StageFormDto<"PLAN">;
}) {
  const t = useTranslations("planForm.milestones");
  const list = useTranslations("form.list");
  const terms = useTranslations("terms.term");
  const format = useFormat(dto.timeZone);
  const { store } = useForm();
  const { max } = PLAN_BOUNDS.milestones;
  const heading = `${PATH}-${term}`;
  const add = () => {
    const index = placeOf(term, all);
    store.insert(PATH, emptyMilestone(newId(), term), index);
    later(() => reach(`${PATH}.${index}.title`));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere
    <div role="group" aria-labelledby={heading} className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b-2 border-hue-solid pb-1">
        <h3 id={heading} className="font-bold">
          {terms(term)}
        </h3>
        <p className="text-sm text-ink-2">
          {window
            ? t(term === "LONG" ? "window.between" : "window.by", {
                from: format.date(window.from),
                to: format.date(window.to),
              })
            : t(`rule.${term}`, {
                days: term === "SHORT" ? SHORT_TERM_DAYS : MEDIUM_TERM_DAYS,
                years: LONG_TERM_YEARS,
              })}
        </p>
      </div>
      {entries.length > 0 ? (
        <Entries entries={entries} window={window} dto={dto} />
      ) : (
        <p className="text-md text-ink-3">{t("none")}</p>
      )}
      {all.length < max ? (
        <Button
          id={`${PATH}-add-${term}`}
          variant="secondary"
          icon={<PlusIcon size={16} />}
          onClick={add}
          className="justify-self-start max-sm:w-full"
        >
          {t(`add.${term}`)}
        </Button>
      ) : (
        <p className="text-sm text-ink-3">{list("full", { max })}</p>
      )}
    </div>
  );
}

function Entries({
  entries,
  window,
  dto,
}: {
  entries: Numbered[];
  window: TermWindow | null;
  dto: StageFormDto<"PLAN">;
}) {
  const t = useTranslations("planForm.milestones");
  const list = useTranslations("form.list");
  const common = useTranslations("common");
  const { store } = useForm();
  const remove = (entry: Numbered, name: string) => {
    const item = store.remove(PATH, entry.index);
    toast(list("removed", { name }), {
      action: { label: common("undo"), run: () => store.insert(PATH, item, entry.index) },
    });
    later(() => document.getElementById(`${PATH}-add-${entry.term}`)?.focus());
  };
  return (
    <ol className="grid gap-3">
      {entries.map((entry) => {
        const path = `${PATH}.${entry.index}`;
        const name = t("item", { position: entry.number });
        return (
          <Item
            key={entry.id}
            path={path}
            name={name}
            look="folded"
            open={false}
            aside={<MilestoneHead path={path} window={window} timeZone={dto.timeZone} />}
            buttons={
              <IconButton
                label={list("remove", { name })}
                icon={<TrashIcon />}
                onClick={() => remove(entry, name)}
              />
            }
          >
            <MilestoneItem path={path} window={window} timeZone={dto.timeZone} />
          </Item>
        );
      })}
    </ol>
  );
}

function overviewOf(milestones: readonly Milestone[] | undefined): Overview {
  const all = milestones ?? [];
  const start = planStart(all);
  return {
    entries: all.map(({ id, term }, index) => ({ id, index, term: term ?? null })),
    start,
    windows: start === null ? null : termWindows(start),
  };
}

/** Behind the last of its own term or of a nearer one, so that the list reads as the screen does. */
function placeOf(term: Term, entries: readonly Entry[]): number {
  const order = TERMS.indexOf(term);
  const before = entries.findLastIndex(
    (entry) => entry.term !== null && TERMS.indexOf(entry.term) <= order,
  );
  return before + 1;
}

function emptyMilestone(id: string, term: Term): Milestone {
  return {
    id,
    term,
    title: "",
    start: null,
    end: null,
    output: "",
    owner: "",
    evidenceNeeded: "",
    status: "PLANNED",
  };
}
