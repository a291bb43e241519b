import { useTranslations } from "next-intl";
import { LevelMeter } from "@/components/revision/level-meter";
import { cx } from "@/components/ui/cx";
import { CircleCheckIcon } from "@/components/ui/icons";
import { MCNAMARA_KEYS, type SolutionGroup } from "@/lib/solution/model";
import type { SolutionDerived } from "@/lib/solution/scoring";

/** McNamara's sieve: the alternatives of one obstacle side by side, the chosen one marked. */
export function SieveTable({
  group,
  path,
  derived,
}: {
  group: SolutionGroup;
  /** Of the group; rows lead to its alternatives. */
  path: string;
  derived: ReadonlyMap<string, SolutionDerived>;
}) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  return (
    <table className="mt-1 w-full border-separate border-spacing-0 text-left text-md max-md:block">
      <thead className="text-xs text-ink-3 max-md:sr-only">
        <tr>
          <th scope="col" className="py-1 pr-3 font-semibold">
            {t("field.SOLUTION.groups.alternatives.label")}
          </th>
          {MCNAMARA_KEYS.map((key) => (
            <th key={key} scope="col" className="px-3 py-1 font-semibold">
              {t(`mcnamara.${key}.label`)}
            </th>
          ))}
          <th scope="col" className="py-1 pl-3 text-right font-semibold whitespace-nowrap">
            {t("derived.mcnamaraTotal")}
          </th>
        </tr>
      </thead>
      <tbody className="max-md:grid max-md:gap-2">
        {group.alternatives.map((solution, index) => {
          const own = derived.get(solution.id);
          const cell = cx(
            "border-t border-line py-2 max-md:border-0 max-md:py-0.5",
            solution.isSelected && "bg-hue-soft max-md:bg-transparent",
          );
          return (
            <tr
              key={solution.id}
              className={cx(
                "max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:rounded-sm max-md:border max-md:border-line max-md:px-3 max-md:py-2",
                solution.isSelected && "max-md:border-hue-solid max-md:bg-hue-soft",
              )}
            >
              <th
                scope="row"
                className={cx(
                  cell,
                  "pr-3 font-normal max-md:col-span-2 max-md:pb-1",
                  solution.isSelected && "rounded-l-sm pl-2.5 font-semibold max-md:pl-0",
                )}
              >
                <a
                  href={`#field-${path}.alternatives.${index}.title`}
                  className="inline-flex min-w-0 items-start gap-1.5 hover:underline"
                >
                  {solution.isSelected && (
                    <CircleCheckIcon
                      size={17}
                      className="mt-0.5 flex-none text-hue"
                      label={t("field.SOLUTION.groups.alternatives.isSelected.label")}
                    />
                  )}
                  <span className="wrap-anywhere">{solution.title}</span>
                </a>
              </th>
              {MCNAMARA_KEYS.map((key) => (
                <td
                  key={key}
                  className={cx(cell, "px-3 whitespace-nowrap max-md:contents max-md:px-0")}
                >
                  <span className="text-sm text-ink-2 md:hidden">{t(`mcnamara.${key}.label`)}</span>
                  <span className="inline-flex items-center gap-2 max-md:justify-self-end">
                    <LevelMeter value={solution.mcnamara[key]} />
                    <span className="w-3 font-semibold text-hue tabular-nums">
                      {solution.mcnamara[key] ?? "–"}
                    </span>
                  </span>
                </td>
              ))}
              <td
                className={cx(
                  cell,
                  "pl-3 text-right font-bold tabular-nums max-md:contents",
                  solution.isSelected && "rounded-r-sm pr-2.5",
                )}
              >
                <span className="text-left text-sm font-semibold md:hidden">
                  {t("derived.mcnamaraTotal")}
                </span>
                <span className="max-md:justify-self-end">
                  {own?.total ?? "–"}
                  <span className="text-sm font-medium text-ink-3">/15</span>
                  {own?.isTop && (
                    <span className="block text-xs font-medium text-ink-3 max-md:ml-1.5 max-md:inline">
                      {v("highest")}
                    </span>
                  )}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
