"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { useForm } from "@/components/document/form-context";
import { later } from "@/components/document/item-list";
import { Button } from "@/components/ui/button";
import { ArrowRightIcon, CheckIcon, ChevronDownIcon, CircleAlertIcon } from "@/components/ui/icons";
import { sectionOf } from "@/lib/document/completeness";
import { PLAN_SECTIONS, type PlanSectionId } from "@/lib/plan/model";

/** One section of the plan, folded behind a head that says what it still needs. */
export function PlanSection({
  id,
  next,
  open,
  onOpen,
  children,
}: {
  id: PlanSectionId;
  /** The section that comes after it. */
  next: PlanSectionId | undefined;
  open: boolean;
  onOpen: (open: boolean) => void;
  children: ReactNode;
}) {
  const t = useTranslations("planForm.section");
  const terms = useTranslations("terms.section.PLAN");
  const details = useRef<HTMLDetailsElement>(null);
  // Whoever was quicker than the page has opened it already, and nothing told of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page has come to life
  useEffect(() => {
    if (details.current?.open && !open) onOpen(true);
  }, []);
  const goOn = () => {
    const section = document.getElementById(`section-${next}`);
    if (!(section instanceof HTMLDetailsElement)) return;
    section.open = true;
    later(() => {
      section.querySelector<HTMLElement>("summary")?.focus({ preventScroll: true });
      section.scrollIntoView({ block: "start" });
    });
  };
  return (
    <details
      ref={details}
      id={`section-${id}`}
      open={open}
      onToggle={(event) => {
        // Toggles of what is folded inside rise up to here.
        if (event.target === event.currentTarget) onOpen(event.currentTarget.open);
      }}
      className="group/section min-w-0 rounded-md border border-line bg-surface"
    >
      <summary className="flex min-h-14 list-none items-center gap-3 rounded-md px-4 py-3 hover:bg-sunken sm:px-5 [&::-webkit-details-marker]:hidden">
        <h2 className="min-w-0 flex-1 text-lg font-bold">{terms(id)}</h2>
        <Standing id={id} />
        <ChevronDownIcon
          size={18}
          className="flex-none text-ink-3 transition-transform duration-120 group-open/section:rotate-180"
        />
      </summary>
      <div className="grid gap-5 px-4 pb-4.5 sm:px-5">
        <p className="-mt-2 max-w-[68ch] text-md text-ink-2">{t(id)}</p>
        {children}
        {next && (
          <div className="border-t border-line pt-3.5">
            <Button variant="secondary" onClick={goOn} className="max-sm:w-full">
              {t("next", { section: terms(next) })}
              <ArrowRightIcon size={16} />
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}

/** What the section still needs, or that it is complete. What is shown as wrong comes first. */
function Standing({ id }: { id: PlanSectionId }) {
  const t = useTranslations("planForm.section");
  const { checker } = useForm();
  const count = () =>
    checker.issues().filter(({ path }) => sectionOf(path, PLAN_SECTIONS) === id).length;
  const shown = () =>
    PLAN_SECTIONS.find((section) => section.id === id)?.fields.reduce(
      (sum, field) => sum + checker.shownWithin(field).length,
      0,
    ) ?? 0;
  const missing = useSyncExternalStore(checker.subscribe, count, count);
  const wrong = useSyncExternalStore(checker.subscribe, shown, () => 0);
  if (missing === 0) {
    return <CheckIcon size={18} className="flex-none text-good" label={t("complete")} />;
  }
  if (wrong > 0) {
    return (
      <span className="inline-flex flex-none items-center gap-1 text-sm font-semibold text-late">
        <CircleAlertIcon size={14} />
        {t("wrong", { count: wrong })}
      </span>
    );
  }
  return <span className="flex-none text-sm text-ink-3">{t("open", { count: missing })}</span>;
}
