"use client";

import { useTranslations } from "next-intl";
import { useDerived } from "@/components/document/form-context";
import { cx } from "@/components/ui/cx";
import { CheckIcon, XIcon } from "@/components/ui/icons";
import { APKL_KEYS, type Apkl, type ApklKey } from "@/lib/obstacle/model";

/** What one answer does to the gate. */
export type GateAnswer = { key: ApklKey; answer: boolean | null };

/** Passed: four times yes. Failed: a no. Open: neither yet. */
export function gateOf(apkl: Apkl): "passed" | "failed" | "open" {
  const answers = APKL_KEYS.map((key) => apkl[key]);
  if (answers.every((answer) => answer === true)) return "passed";
  return answers.includes(false) ? "failed" : "open";
}

/** The four questions as a gate: which stand open, which are shut, and why nothing may be scored yet. */
export function Gate({ path }: { path: string }) {
  const t = useTranslations("obstaclesForm.priority");
  const terms = useTranslations("terms.apkl");
  const answers = useDerived(answersOf, path);
  const shut = answers.filter(({ answer }) => answer === false);
  const open = answers.filter(({ answer }) => answer === null);
  const state = shut.length > 0 ? "failed" : open.length > 0 ? "open" : "passed";
  return (
    <div
      data-tone={state === "passed" ? "good" : state === "failed" ? "late" : "neutral"}
      className="grid gap-2 rounded-sm border border-line bg-hue-soft px-3 py-2.5 text-md"
    >
      <ul aria-hidden="true" className="grid grid-cols-4 gap-1">
        {answers.map(({ key, answer }) => (
          <li
            key={key}
            data-tone={answer === true ? "good" : answer === false ? "late" : "neutral"}
            className={cx(
              "chart grid h-8 place-items-center rounded-xs",
              answer === null
                ? "border border-dashed border-line-strong text-ink-3"
                : "bg-hue text-on-accent",
            )}
          >
            <span className="flex items-center gap-1 text-sm font-bold">
              {t(`letter.${key}`)}
              {answer === true && <CheckIcon size={15} />}
              {answer === false && <XIcon size={15} />}
            </span>
          </li>
        ))}
      </ul>
      <output className="grid gap-1">
        <span className="font-semibold text-hue">{t(`gate.${state}`)}</span>
        {shut.length > 0 && (
          <span className="grid gap-0.5">
            {shut.map(({ key }) => (
              <span key={key}>
                <b className="font-semibold">{terms(`${key}.label`)}:</b> {t(`reason.${key}`)}
              </span>
            ))}
          </span>
        )}
        {state !== "passed" && open.length > 0 && (
          <span className="text-ink-2">
            {t("unanswered", { names: open.map(({ key }) => terms(`${key}.label`)).join(", ") })}
          </span>
        )}
      </output>
    </div>
  );
}

function answersOf(apkl: Apkl | undefined): GateAnswer[] {
  return APKL_KEYS.map((key) => ({ key, answer: apkl?.[key] ?? null }));
}
