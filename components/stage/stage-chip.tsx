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

/** The short chip, within rows that are written as text. */
export function stageChip(
  t: StageWords,
  {
    kind,
    state,
    paused,
    late,
    begun,
    href,
  }: Pick<StageChipProps, "kind" | "state" | "paused" | "late" | "begun" | "href">,
): Markup {
  const shown = state === "LOCKED" && paused ? "PAUSED" : state;
  const look = markup`class="stage-chip" data-stage="${kind}" data-state="${shown}"${late && markup` data-late`}`;
  const content = markup`<span class="sr-only">${t(`kind.${kind}`)}: </span>${t(`short.${wordOf(shown, begun)}`)}${
    late && markup`<span class="sr-only">, ${t("late")}</span>`
  }`;
  return href
    ? markup`<a data-soft href="${href}" ${look}>${content}</a>`
    : markup`<span ${look}>${content}</span>`;
}
