"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { Refusal } from "@/lib/platform/result";
import { placePeopleAction } from "@/lib/roster/actions";
import { ROSTER_BOUNDS } from "@/lib/roster/model";

const chosenIn = (form: HTMLFormElement) => new FormData(form).getAll("person").map(String);

/**
 * Moves the chosen people of the table to a group or a facilitator. The table stays the server's: its
 * boxes are plain controls of this form.
 */
export function MovePeople({
  cohortId,
  groups,
  facilitators,
  children,
}: {
  cohortId: string;
  groups: string[];
  facilitators: { id: string; name: string }[];
  children: ReactNode;
}) {
  const t = useTranslations("roster.move");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const id = useId();
  const { run, pending } = useCommand(placePeopleAction);
  const [chosen, setChosen] = useState(0);
  const [problem, setProblem] = useState<string>();

  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const form = box.current;
    // The boxes are text of the server: React does not hear of their changes.
    const count = () => form && setChosen(chosenIn(form).length);
    form?.addEventListener("change", count);
    return () => form?.removeEventListener("change", count);
  }, []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const enrolmentIds = chosenIn(form);
    if (enrolmentIds.length === 0) return setProblem(t("nobody"));
    const values = new FormData(form);
    const result = await run({
      cohortId,
      enrolmentIds,
      group: String(values.get("toGroup") ?? ""),
      facilitatorId: String(values.get("toFacilitator") ?? "") || null,
    });
    if (result.ok) {
      toast(t("done", { count: result.value.moved }), { tone: "good" });
      form.reset();
      setChosen(0);
      return setProblem(undefined);
    }
    if (result.reason === "no_answer" || result.reason === "outdated") {
      return setProblem(t("noAnswer"));
    }
    const [issue] = (result as Refusal).issues ?? [];
    setProblem(issue ? issueText(issue) : refusals(result.reason));
  }

  return (
    <form onSubmit={submit} ref={box} aria-label={t("title")}>
      {children}
      <div className="grid gap-3 border-t border-line px-4 py-3 sm:px-4.5 print:hidden">
        {problem && (
          <Callout tone="late" live>
            {problem}
          </Callout>
        )}
        <p role="status" className="text-sm text-ink-2">
          {chosen > 0 ? t("chosen", { count: chosen }) : t("none")}
        </p>
        <div className="grid items-end gap-3 sm:grid-cols-[minmax(0,14rem)_minmax(0,18rem)_auto] sm:justify-start">
          <Field id={`${id}-group`} label={t("group")} optional>
            {(control) => (
              <Input
                {...control}
                name="toGroup"
                list={`${id}-groups`}
                maxLength={ROSTER_BOUNDS.group.max}
                autoComplete="off"
              />
            )}
          </Field>
          <datalist id={`${id}-groups`}>
            {groups.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <Field id={`${id}-facilitator`} label={t("facilitator")} optional>
            {(control) => (
              <Select {...control} name="toFacilitator">
                <option value="">{t("stay")}</option>
                {facilitators.map((facilitator) => (
                  <option key={facilitator.id} value={facilitator.id}>
                    {facilitator.name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Button type="submit" variant="secondary" pending={pending}>
            {t("run")}
          </Button>
        </div>
      </div>
    </form>
  );
}
