"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { cx } from "@/components/ui/cx";
import type { Risk } from "@/lib/document/model";
import { RISK_NEEDS_MITIGATION } from "@/lib/document/schema";
import { useDerived, useForm } from "./form-context";
import { HowTo } from "./how-to";
import { type RiskPlace, severity, stepOnMatrix } from "./risk-place";

type Level = 1 | 2 | 3 | 4 | 5;
const LEVELS: readonly Level[] = [1, 2, 3, 4, 5];
const TINT = { low: "bg-good-soft", middle: "bg-obstacle-soft", high: "bg-late-soft" } as const;

/**
 * The risks on one matrix. A risk is chosen by its number, and a tap on a cell says how likely and how
 * bad it is: the same two values that stand in the list.
 */
export function RiskBoard({ path }: { path: string }) {
  const t = useTranslations("form.risk");
  const terms = useTranslations("terms");
  const { store } = useForm();
  const risks = useDerived(placesOf, path);
  const [picked, pick] = useState(0);
  const [at, setAt] = useState<RiskPlace>({ likelihood: 3, impact: 3 });
  if (risks.length === 0) return null;
  const chosen = Math.min(picked, risks.length - 1);
  const own = risks[chosen];
  const put = ({ likelihood, impact }: RiskPlace) => {
    const risk = store.get(`${path}.${chosen}`) as Risk;
    store.set(`${path}.${chosen}`, { ...risk, likelihood, impact });
    setAt({ likelihood, impact });
  };
  const key = (event: KeyboardEvent<HTMLButtonElement>, from: RiskPlace) => {
    const next = stepOnMatrix(from, event.key);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    document.getElementById(cellId(path, next))?.focus({ preventScroll: true });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing of buttons
    <div
      role="group"
      aria-label={t("matrix")}
      className="grid gap-2.5 rounded-sm border border-line px-3 py-3"
    >
      <p className="text-md font-semibold">{t("matrix")}</p>
      <HowTo how={t("how")} example={t("matrixExample")} />
      <ul className="flex flex-wrap gap-1.5">
        {risks.map((risk, index) => (
          <li key={risk.id}>
            <button
              type="button"
              aria-pressed={index === chosen}
              aria-label={t("pick", { position: index + 1, text: risk.text || t("unwritten") })}
              onClick={() => pick(index)}
              className={cx(
                "grid size-9 place-items-center rounded-full border text-md font-bold tabular-nums touch:size-12",
                index === chosen
                  ? "border-ink bg-ink text-surface"
                  : "border-line-strong bg-surface text-ink hover:border-ink-3",
              )}
            >
              {index + 1}
            </button>
          </li>
        ))}
      </ul>
      <p className="line-clamp-2 min-h-5 text-md text-ink-2 wrap-anywhere">
        {own?.text || t("unwritten")}
      </p>
      <div className="grid w-full max-w-96 grid-cols-[1.25rem_minmax(0,1fr)] gap-1">
        <span
          aria-hidden="true"
          className="rotate-180 text-center text-xs font-semibold text-ink-3 [writing-mode:vertical-rl]"
        >
          {t("likelihoodAxis")}
        </span>
        <div className="grid aspect-square grid-cols-5 grid-rows-5 gap-0.5">
          {[...LEVELS].reverse().flatMap((likelihood) =>
            LEVELS.map((impact) => {
              const place = { likelihood, impact };
              const here = risks.flatMap((risk, index) =>
                risk.likelihood === likelihood && risk.impact === impact ? [index] : [],
              );
              const score = likelihood * impact;
              return (
                <button
                  key={cellId(path, place)}
                  id={cellId(path, place)}
                  type="button"
                  aria-pressed={here.includes(chosen)}
                  aria-label={t("cell", {
                    likelihood: terms(`likelihood.${likelihood}`),
                    impact: terms(`impact.${impact}`),
                    score,
                  })}
                  // One stop for the whole matrix; inside it the arrow keys lead.
                  tabIndex={at.likelihood === likelihood && at.impact === impact ? 0 : -1}
                  onKeyDown={(event) => key(event, place)}
                  onClick={() => put(place)}
                  className={cx(
                    "chart relative flex min-w-0 flex-wrap content-center items-center justify-center gap-0.5 rounded-xs hover:ring-1 hover:ring-ink-3",
                    TINT[severity(score, RISK_NEEDS_MITIGATION)],
                  )}
                >
                  {here.length === 0 && (
                    <span className="text-xs text-ink-3 tabular-nums">{score}</span>
                  )}
                  {here.map((index) => (
                    <span
                      key={index}
                      className={cx(
                        "grid place-items-center rounded-full text-xs leading-none font-bold",
                        here.length > 4 ? "size-4 text-[0.625rem]" : "size-5",
                        index === chosen
                          ? "bg-ink text-surface ring-2 ring-hue"
                          : "bg-ink-3 text-surface",
                      )}
                    >
                      {index + 1}
                    </span>
                  ))}
                </button>
              );
            }),
          )}
        </div>
        <span />
        <span aria-hidden="true" className="text-center text-xs font-semibold text-ink-3">
          {t("impactAxis")}
        </span>
      </div>
      <output className="text-md text-ink-2">
        {own && own.likelihood !== null && own.impact !== null
          ? t("standing", {
              position: chosen + 1,
              likelihood: terms(`likelihood.${own.likelihood as Level}`),
              impact: terms(`impact.${own.impact as Level}`),
              score: own.likelihood * own.impact,
            })
          : t("place", { position: chosen + 1 })}
      </output>
    </div>
  );
}

function cellId(path: string, { likelihood, impact }: RiskPlace): string {
  return `${path}-cell-${likelihood}-${impact}`;
}

function placesOf(risks: readonly Risk[] | undefined) {
  return (risks ?? []).map(({ id, text, likelihood, impact }) => ({
    id,
    text: text.trim(),
    likelihood,
    impact,
  }));
}
