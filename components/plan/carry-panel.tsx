"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useDerived, useForm } from "@/components/document/form-context";
import { HowTo } from "@/components/document/how-to";
import { newId } from "@/components/document/new-id";
import { Button } from "@/components/ui/button";
import { ArrowRightIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import type { StageFormDto } from "@/lib/assignment/model";
import { type Carried, carryOver } from "@/lib/plan/carrying";
import type { Plan } from "@/lib/plan/model";

/** What earlier stages know already, taken over by one tap; there as long as something is left. */
export function CarryPanel({ dto }: { dto: StageFormDto<"PLAN"> }) {
  const t = useTranslations("planForm.carry");
  const common = useTranslations("common");
  const { store } = useForm();
  const { context } = dto;
  const rootCause = t("rootCause");
  const carried = useDerived(
    useCallback(
      (plan: Plan): Carried[] => carryOver(plan, context, { rootCause }, () => "").carried,
      [context, rootCause],
    ),
  );
  if (carried.length === 0 || !context.known?.length) return null;
  const take = () => {
    const before = store.document as Plan;
    const { plan, carried: parts } = carryOver(before, context, { rootCause }, newId);
    for (const key of Object.keys(plan) as (keyof Plan)[]) store.set(key, plan[key]);
    toast(t("done", { count: parts.length }), {
      action: {
        label: common("undo"),
        run: () => {
          const now = store.document as Plan;
          // What was changed since stays.
          for (const key of Object.keys(plan) as (keyof Plan)[]) {
            if (Object.is(now[key], plan[key])) store.set(key, before[key]);
          }
        },
      },
    });
  };
  return (
    <section
      aria-labelledby="carry-title"
      className="rounded-md border border-l-4 border-line border-l-hue-solid bg-surface px-4 py-3.5 sm:px-5"
    >
      <h2 id="carry-title" className="font-bold">
        {t("title")}
      </h2>
      <p className="max-w-[68ch] text-md text-ink-2">
        {t("lede", { parts: carried.map((part) => t(`part.${part}`)).join(", ") })}
      </p>
      <div className="mt-2">
        <HowTo how={t("how")} example={t("example")} />
      </div>
      <Button
        className="mt-3 max-sm:w-full"
        variant="secondary"
        icon={<ArrowRightIcon size={16} />}
        onClick={take}
      >
        {t("take", { count: carried.length })}
      </Button>
    </section>
  );
}
