"use client";

import { useTranslations } from "next-intl";
import { useMemo, useSyncExternalStore } from "react";
import { CheckIcon, ChevronDownIcon } from "@/components/ui/icons";
import { ProgressBar } from "@/components/ui/progress-bar";
import { countOpen, type SectionSummary, summarize } from "@/lib/document/completeness";
import type { FieldIssue } from "@/lib/document/issue";
import type { Section } from "@/lib/document/model";
import { useForm, useIssueText } from "./form-context";
import { reach } from "./reach";

/** A section of a form, with what it is called. */
export type FormSectionDef = Section & { label: string };

/** What each section still needs, from what is written at this moment. */
export function useSummary(sections: readonly FormSectionDef[]): SectionSummary[] {
  const { checker } = useForm();
  const issues = useSyncExternalStore(checker.subscribe, checker.issues, checker.issues);
  return useMemo(() => summarize(issues, sections), [issues, sections]);
}

export function openCount(summary: readonly SectionSummary[]): number {
  return summary.reduce((sum, section) => sum + countOpen(section), 0);
}

/** The sections with what is missing in each; every entry leads to its field. */
export function SectionList({
  sections,
  summary,
  onLeave,
}: {
  sections: readonly FormSectionDef[];
  summary: readonly SectionSummary[];
  /** Before the way to a field is taken. */
  onLeave?: () => void;
}) {
  const t = useTranslations("form.missing");
  const complete = summary.filter((entry) => openCount([entry]) === 0).length;
  return (
    <div className="grid gap-2">
      <p className="text-sm text-ink-2">{t("progress", { complete, total: sections.length })}</p>
      <ProgressBar
        value={complete}
        max={sections.length}
        label={t("progress", { complete, total: sections.length })}
      />
      <ul className="-mx-2 mt-1 grid">
        {sections.map((section, index) => (
          <SectionEntry
            key={section.id}
            section={section}
            issues={[...(summary[index]?.invalid ?? []), ...(summary[index]?.missing ?? [])]}
            open={openCount(summary.slice(index, index + 1))}
            onLeave={onLeave}
          />
        ))}
      </ul>
    </div>
  );
}

const MANY = 8;

function SectionEntry({
  section,
  issues,
  open,
  onLeave,
}: {
  section: FormSectionDef;
  issues: FieldIssue[];
  /** As they are counted. */
  open: number;
  onLeave?: () => void;
}) {
  const t = useTranslations("form.missing");
  const { names } = useForm();
  const text = useIssueText();
  const row =
    "flex min-h-9 w-full items-center gap-2 rounded-sm px-2 py-1 text-left text-md hover:bg-sunken touch:min-h-12";
  const go = (path: string) => {
    onLeave?.();
    requestAnimationFrame(() => reach(names.nearest(path) ?? path));
  };
  if (issues.length === 0) {
    return (
      <li>
        <button type="button" className={row} onClick={() => go(`section-${section.id}`)}>
          <CheckIcon size={16} className="flex-none text-good" label={t("complete")} />
          <span className="min-w-0 text-ink-2">{section.label}</span>
        </button>
      </li>
    );
  }
  return (
    <li>
      <details className="group">
        <summary className={`${row} list-none [&::-webkit-details-marker]:hidden`}>
          <span aria-hidden="true" className="grid size-4 flex-none place-items-center">
            <span className="size-2 rounded-full border-2 border-hue-solid" />
          </span>
          <span className="min-w-0 flex-1 font-medium">{section.label}</span>
          <span className="flex-none text-xs font-semibold text-ink-2">
            {t("open", { count: open })}
          </span>
          <ChevronDownIcon
            size={14}
            className="flex-none text-ink-3 transition-transform duration-120 group-open:rotate-180"
          />
        </summary>
        <ul className="mb-1.5 ml-8 grid">
          {issues.slice(0, MANY).map((issue) => (
            <li key={`${issue.path} ${issue.code}`}>
              <button
                type="button"
                onClick={() => go(issue.path)}
                className="w-full rounded-sm px-1.5 py-1 text-left text-sm hover:bg-sunken touch:min-h-11"
              >
                <span className="font-medium">{names.describe(issue.path) || section.label}</span>
                <span className="block text-ink-3">{text(issue)}</span>
              </button>
            </li>
          ))}
          {issues.length > MANY && (
            <li className="px-1.5 py-1 text-sm text-ink-3">
              {t("more", { count: issues.length - MANY })}
            </li>
          )}
        </ul>
      </details>
    </li>
  );
}
