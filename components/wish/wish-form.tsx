"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { SelectField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { WISH_BOUND } from "@/lib/allocation/model";
import type { Refusal } from "@/lib/platform/result";
import { answerWishesAction } from "@/lib/wish/actions";

/** First, second and third choice. Needs the messages of `wishes`, `issues` and `refusals`. */
export function WishForm({
  cohortId,
  innovations,
  chosen,
}: {
  cohortId: string;
  innovations: readonly { id: string; code: string; name: string }[];
  chosen: readonly string[];
}) {
  const t = useTranslations("wishes");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const { run, pending } = useCommand(answerWishesAction);
  const known = new Set(innovations.map(({ id }) => id));
  const ranked = (ids: readonly string[]) =>
    Array.from({ length: Math.min(WISH_BOUND, innovations.length) }, (_, rank) => ids[rank] ?? "");
  const [choices, setChoices] = useState(() => ranked(chosen.filter((id) => known.has(id))));
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<string>();

  // What is chosen a second time changes places with what stood there.
  const choose = (rank: number, id: string) => {
    const other = id === "" ? -1 : choices.indexOf(id);
    const before = choices[rank] ?? "";
    const changed = choices.with(rank, id);
    setChoices(other >= 0 && other !== rank ? changed.with(other, before) : changed);
    setMissing(false);
  };
  const save = async () => {
    const placeIds = choices.filter((id) => id !== "");
    setProblem(undefined);
    setMissing(placeIds.length === 0);
    if (placeIds.length === 0) return;
    const result = await run({ cohortId, placeIds });
    if (result.ok) {
      setChoices(ranked(placeIds));
      return toast(t("saved"), { tone: "good" });
    }
    if (result.reason === "no_answer" || result.reason === "outdated") {
      return setProblem(t("noAnswer"));
    }
    const [issue] = (result as Refusal).issues ?? [];
    setProblem(issue ? issueText(issue) : refusals(result.reason));
  };
  return (
    <Card as="section">
      <CardHeader title={t("yours")} />
      <CardBody>
        <form
          noValidate
          className="grid gap-3.5"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          {choices.map((choice, rank) => (
            <SelectField
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is the rank
              key={rank}
              id={`wish-${rank}`}
              name={`wish-${rank}`}
              label={t("rank", { rank: rank + 1 })}
              optional={rank > 0}
              error={rank === 0 && missing ? issueText({ path: "", code: "required" }) : undefined}
              value={choice}
              onChange={({ target }) => choose(rank, target.value)}
            >
              <option value="">–</option>
              {innovations.map(({ id, code, name }) => (
                <option key={id} value={id}>
                  {code} – {name}
                </option>
              ))}
            </SelectField>
          ))}
          {problem && (
            <Callout tone="late" live>
              {problem}
            </Callout>
          )}
          <Button type="submit" pending={pending}>
            {t("save")}
          </Button>
        </form>
      </CardBody>
    </Card>
  );
}
