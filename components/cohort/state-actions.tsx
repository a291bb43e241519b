"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { moveCohortAction } from "@/lib/cohort/actions";
import type { CohortCommandType } from "@/lib/cohort/workflow";

/** What can be done with a cohort as a whole, each said before it is done. */
export function StateActions({
  cohortId,
  commands,
  primary,
}: {
  cohortId: string;
  commands: CohortCommandType[];
  /** The one that is the next thing to do, if any. */
  primary?: CohortCommandType;
}) {
  const t = useTranslations("cohortSetup.state");
  const general = useTranslations("cohortSetup");
  const refusals = useTranslations("refusals");
  const { run, pending } = useCommand(moveCohortAction);
  const [asked, setAsked] = useState<CohortCommandType | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** Stages with open work, once the server has told of them. */
  const [open, setOpen] = useState(0);
  const [accept, setAccept] = useState(false);

  const ask = (type: CohortCommandType) => {
    setProblem(null);
    setOpen(0);
    setAccept(false);
    setAsked(type);
  };
  const confirm = async () => {
    if (!asked) return;
    setProblem(null);
    const result = await run({ cohortId, type: asked, ...(accept ? { acceptOpen: true } : {}) });
    if (result.ok) {
      setAsked(null);
      toast(t(`done.${asked}`), { tone: "good" });
      return;
    }
    if (result.reason === "no_answer" || result.reason === "outdated") {
      return setProblem(general(`error.${result.reason === "outdated" ? "outdated" : "noAnswer"}`));
    }
    if (result.reason === "work_open") {
      return setOpen(Number("details" in result ? (result.details?.open ?? 0) : 0));
    }
    setProblem(refusals(result.reason));
  };
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {commands.map((type) => (
          <Button
            key={type}
            variant={type === primary ? "primary" : "secondary"}
            onClick={() => ask(type)}
          >
            {t(`command.${type}`)}
          </Button>
        ))}
      </div>
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={asked ? t(`ask.${asked}.title`) : ""}
        description={asked ? t(`ask.${asked}.body`) : undefined}
        busy={pending}
        footer={
          <>
            <Button variant="secondary" onClick={() => setAsked(null)} disabled={pending}>
              {general("cancel")}
            </Button>
            <Button onClick={confirm} pending={pending} disabled={open > 0 && !accept}>
              {asked ? t(`command.${asked}`) : ""}
            </Button>
          </>
        }
      >
        {open > 0 && (
          <Callout tone="late" live title={t("open", { count: open })}>
            <p>{t("openBody")}</p>
            <Checkbox
              label={t("acceptOpen")}
              checked={accept}
              onChange={(event) => setAccept(event.target.checked)}
            />
          </Callout>
        )}
        {problem && (
          <Callout tone="late" live>
            {problem}
          </Callout>
        )}
      </Dialog>
    </>
  );
}
