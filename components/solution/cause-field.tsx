"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { RadioField, SelectField } from "@/components/document/choice-fields";
import { useValue } from "@/components/document/form-context";
import type { CauseRef, SolutionObstacle } from "@/lib/solution/model";
import { causeText } from "@/lib/solution/schema";

/** Up to this many causes all stand in sight; beyond it they are a list of the browser. */
const IN_SIGHT = 7;

/** Which cause of the obstacle is addressed: a link of its chain of whys, or one of its fishbone. */
export function CauseField({ path, obstacle }: { path: string; obstacle: SolutionObstacle }) {
  const t = useTranslations("solutionForm");
  const terms = useTranslations("terms");
  const { causes, fishbone } = obstacle;
  const options = useMemo(
    () => [
      ...causes.map((cause, index) => ({
        value: `cause:${index}`,
        label: cause,
        hint:
          index === causes.length - 1 ? t("cause.root") : t("group.why", { position: index + 1 }),
      })),
      ...fishbone.map(({ id, branch, cause }) => ({
        value: `fishbone:${id}`,
        label: cause,
        hint: terms(`fishboneBranch.${branch}`),
      })),
    ],
    [causes, fishbone, t, terms],
  );
  const lines = useMemo(
    () => options.map(({ value, label, hint }) => ({ value, label: `${hint}: ${label}` })),
    [options],
  );
  if (options.length <= IN_SIGHT) return <RadioField path={path} options={options} />;
  return (
    <div className="grid gap-1.5">
      <SelectField path={path} options={lines} />
      <Chosen path={path} obstacle={obstacle} />
    </div>
  );
}

/** The chosen cause in full: the browser's list cuts long lines. */
function Chosen({ path, obstacle }: { path: string; obstacle: SolutionObstacle }) {
  const t = useTranslations("solutionForm.cause");
  const [ref] = useValue<CauseRef | null>(path);
  const cause = ref && causeText(obstacle, ref);
  if (!cause) return null;
  return <p className="text-md text-ink-2 wrap-anywhere">{t("chosen", { cause })}</p>;
}
