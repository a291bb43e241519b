import { useTranslations } from "next-intl";
import { type Markup, markup } from "@/components/ui/markup";
import { SoftLink } from "@/components/ui/soft-link";
import type { StageKind, StageState } from "@/lib/assignment/model";

export type StageChipProps = {
  kind: StageKind;
  state: StageState;
  /** LOCKED after having been open: its contents are kept. */
  paused?: boolean;
  late?: boolean;
  /** False where nothing was written yet; not given where that is not told. */
  begun?: boolean;
  /** Where a click leads. */
  href?: string;
  /** "Menunggu" instead of "Menunggu penilaian"; for boards. */
  short?: boolean;
  /** Says the stage too ("Kendala: Menunggu"), where no column head says it. */
  named?: boolean;
  /** Says more to screen readers, such as whose stage it is. */
  context?: string;
};

/** The state of a stage as icon and word, in the stage's hue. */
export function StageChip({
  kind,
  state,
  paused,
  late,
  begun,
  href,
  short,
  named,
  context,
}: StageChipProps) {
  const t = useTranslations("stage");
  const shown = state === "LOCKED" && paused ? "PAUSED" : state;
  const content = (
    <>
      {context && <span className="sr-only">{context}, </span>}
      {named ? `${t(`kind.${kind}`)}: ` : <span className="sr-only">{t(`kind.${kind}`)}: </span>}
      {t(`${short ? "short" : "state"}.${wordOf(shown, begun)}`)}
      {late && <span className="sr-only">, {t("late")}</span>}
    </>
  );
  const look = {
    className: "stage-chip",
    "data-stage": kind,
    "data-state": shown,
    "data-late": late ? "" : undefined,
  };
  return href ? (
    <SoftLink {...look} href={href}>
      {content}
    </SoftLink>
  ) : (
    <span {...look}>{content}</span>
  );
}

/** Open for writing is not yet written. */
function wordOf(
  state: StageState | "PAUSED",
  begun: boolean | undefined,
): StageState | "PAUSED" | "NEW" {
  return state === "OPEN" && begun === false ? "NEW" : state;
}

/** Words of the catalogue's namespace `stage`, by key. */
type StageWords = (
  key: `kind.${StageKind}` | `short.${ReturnType<typeof wordOf>}` | "late",
) => string;

/** The short chip, within rows that are written as text: many of a board's look and read alike. */
export function stageChips(
  t: StageWords,
): (chip: Pick<StageChipProps, "kind" | "state" | "paused" | "late" | "begun" | "href">) => Markup {
  const known = new Map<string, { look: Markup; content: Markup }>();
  return ({ kind, state, paused, late, begun, href }) => {
    const shown = state === "LOCKED" && paused ? "PAUSED" : state;
    const word = wordOf(shown, begun);
    const key = `${kind} ${shown} ${word} ${late}`;
    let chip = known.get(key);
    if (!chip) {
      chip = {
        look: markup`class="stage-chip" data-stage="${kind}" data-state="${shown}"${late && markup` data-late`}`,
        content: markup`<span class="sr-only">${t(`kind.${kind}`)}: </span>${t(`short.${word}`)}${
          late && markup`<span class="sr-only">, ${t("late")}</span>`
        }`,
      };
      known.set(key, chip);
    }
    return href
      ? markup`<a data-soft href="${href}" ${chip.look}>${chip.content}</a>`
      : markup`<span ${chip.look}>${chip.content}</span>`;
  };
}
