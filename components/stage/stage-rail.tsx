import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { SoftLink } from "@/components/ui/soft-link";
import type { GatePolicy, StageKind, StageState } from "@/lib/assignment/model";
import { useFormat } from "@/lib/i18n/use-format";
import { StageChip } from "./stage-chip";
import { StageIcon } from "./stage-icon";

export type RailStage = {
  kind: StageKind;
  state: StageState;
  /** LOCKED after having been open: its contents are kept. */
  paused?: boolean;
  /** ISO instant; null where no deadline was set. */
  dueAt: string | null;
  late?: boolean;
  /** To its form or its contents; a stage that is not open has none. */
  href?: string;
  /** A fact in a few words: "nilai 78,40", "2 isian diperbaiki". */
  note?: string;
};

export type StageRailProps = {
  /** In their order. */
  stages: RailStage[];
  gate: GatePolicy;
  /** The server's time, ISO. */
  now: string;
  timeZone: string;
  /** The stage whose page this is, or the one to work on next. */
  current?: StageKind;
};

/** The rail is drawn in full where a stage is done, half where it is under way. */
const track: Record<StageState, string> = {
  LOCKED: "bg-line",
  OPEN: "bg-line md:bg-hue-solid/50",
  SUBMITTED: "bg-line md:bg-hue-solid/50",
  RETURNED: "bg-line md:bg-late-solid",
  APPROVED: "bg-hue-solid",
};

/** A deadline matters while there is something to hand in. */
function awaitsWork(state: StageState): boolean {
  return state === "OPEN" || state === "RETURNED" || state === "LOCKED";
}

/**
 * The four stages of one assignment: how each stands, when it is due, and what opens the next.
 * Side by side on the desktop, one below the other on the phone.
 */
export function StageRail({ stages, gate, now, timeZone, current }: StageRailProps) {
  const t = useTranslations("stage");
  const format = useFormat(timeZone);
  return (
    <ol
      aria-label={t("rail")}
      className="rail grid rounded-md border border-line bg-surface md:grid-cols-4 max-md:px-4 max-md:py-1.5"
    >
      {stages.map((stage, index) => {
        const before = stages[index - 1];
        const closed = stage.state === "LOCKED";
        const here = stage.kind === current;
        const name = (
          <span className={cx("text-base font-bold", closed && "font-semibold text-ink-2")}>
            {t(`kind.${stage.kind}`)}
          </span>
        );
        return (
          <li
            key={stage.kind}
            data-stage={stage.kind}
            aria-current={here ? "step" : undefined}
            className={cx(
              "group relative grid min-w-0 grid-cols-[2.25rem_minmax(0,1fr)] gap-x-3 max-md:py-2.5",
              "md:border-l md:border-line md:px-4.5 md:pt-4.5 md:pb-4 md:first:border-l-0",
              stage.href &&
                "max-md:-mx-2 max-md:rounded-sm max-md:px-2 hover:bg-[color-mix(in_oklab,var(--hue-soft)_45%,transparent)]",
            )}
          >
            {/* The rail itself: filled as far as the stage has come. */}
            <span
              aria-hidden="true"
              className={cx(
                "chart absolute max-md:top-13 max-md:-bottom-1.5 max-md:w-0.5 max-md:group-last:hidden md:inset-x-[-1px] md:-top-px md:h-1 md:group-first:rounded-tl-md md:group-last:rounded-tr-md",
                stage.href ? "max-md:left-[1.5625rem]" : "max-md:left-[1.0625rem]",
                track[stage.state],
              )}
            />
            <span
              aria-hidden="true"
              className={cx(
                "chart grid size-9 place-items-center rounded-full",
                closed && "bg-sunken text-ink-3",
                stage.state === "RETURNED" && "bg-late-soft text-late",
                !closed && stage.state !== "RETURNED" && "bg-hue-soft text-hue",
                here && "ring-2 ring-offset-2 ring-offset-surface ring-hue-solid",
                here && stage.state === "RETURNED" && "ring-late-solid",
              )}
            >
              <StageIcon kind={stage.kind} size={18} />
            </span>
            <div className="grid min-w-0 content-start justify-items-start gap-1">
              <span className="text-xs leading-4 font-medium text-ink-3 max-md:sr-only">
                {t("step", { position: index + 1 })}
              </span>
              {stage.href ? (
                // The link takes the whole step.
                <SoftLink href={stage.href} className="after:absolute after:inset-0">
                  {name}
                </SoftLink>
              ) : (
                name
              )}
              {/* Without a ground of its own the chip's icon stands under the name's first letter. */}
              <span className={cx("max-w-full", (closed || stage.state === "APPROVED") && "-ml-2")}>
                <StageChip kind={stage.kind} state={stage.state} paused={stage.paused} />
              </span>
              {stage.note && <span className="text-sm text-ink-2">{stage.note}</span>}
              {closed && before && (
                <span className="text-sm text-ink-3">
                  {t(`opens.${stage.paused ? "PAUSED" : gate}`, {
                    stage: t(`kind.${before.kind}`),
                  })}
                </span>
              )}
              {stage.dueAt && awaitsWork(stage.state) && (
                <time
                  dateTime={stage.dueAt}
                  title={format.dateTime(stage.dueAt)}
                  className={cx(
                    "text-sm first-letter:uppercase",
                    stage.late ? "font-semibold text-late" : "text-ink-3",
                  )}
                >
                  {stage.late
                    ? format.due(stage.dueAt, now)
                    : t("due", {
                        when: passed(stage.dueAt, now)
                          ? format.date(stage.dueAt)
                          : format.due(stage.dueAt, now),
                      })}
                </time>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** A paused stage is not late, even after its deadline. */
function passed(dueAt: string, now: string): boolean {
  return new Date(dueAt) < new Date(now);
}

/** The rail in a strip, for the top of a stage's form: where one is among the four. */
export function StageStrip({
  stages,
  current,
}: {
  stages: Pick<RailStage, "kind" | "state" | "paused" | "href">[];
  current: StageKind;
}) {
  const t = useTranslations("stage");
  return (
    <nav aria-label={t("rail")} data-noprint="">
      <ol className="grid grid-cols-4 gap-1.5">
        {stages.map((stage) => {
          const here = stage.kind === current;
          const shown = stage.state === "LOCKED" && stage.paused ? "PAUSED" : stage.state;
          const content = (
            <>
              <span className="truncate">{t(`kind.${stage.kind}`)}</span>
              <span className="sr-only">, {t(`state.${shown}`)}</span>
            </>
          );
          const look = cx(
            "flex min-h-8 min-w-0 border-t-4 pt-1.5 text-xs font-semibold touch:min-h-11",
            here
              ? "border-hue-solid text-hue"
              : stage.state === "APPROVED"
                ? "border-hue-solid/45 text-ink-2"
                : "border-line text-ink-3",
          );
          return (
            <li key={stage.kind} data-stage={stage.kind} className="min-w-0">
              {stage.href && !here ? (
                <SoftLink href={stage.href} className={cx(look, "hover:text-hue")}>
                  {content}
                </SoftLink>
              ) : (
                <span aria-current={here ? "step" : undefined} className={look}>
                  {content}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
