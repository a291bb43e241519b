"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useCommand } from "@/components/review/use-command";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { CheckIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { approveTogetherAction } from "@/lib/approval/actions";
import { type Approvable, GRACE_SECONDS } from "@/lib/approval/model";
import type { StageKind } from "@/lib/assignment/model";
import { CHOICE_NAME } from "./together-choice";
import { useWhy } from "./use-why";

type Choosable = Approvable & {
  choice: string;
  assignmentId: string;
  stage: StageKind;
  stageName: string;
  participant: string;
};

/** What has been chosen in the queue, with a look at all of it before it is approved. */
export function TogetherBar({ rows }: { rows: readonly Choosable[] }) {
  const t = useTranslations("together");
  const why = useWhy();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { run, pending } = useCommand(approveTogetherAction);
  const picked = rows.filter(({ choice }) => chosen.includes(choice));

  // The boxes stand in rows that the server drew: twice each, for the table and for the cards.
  useEffect(() => {
    const read = (event: Event) => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement) || box.name !== CHOICE_NAME) return;
      for (const twin of boxes()) if (twin.value === box.value) twin.checked = box.checked;
      setChosen(checked());
    };
    document.addEventListener("change", read);
    return () => document.removeEventListener("change", read);
  }, []);

  const choose = (all: boolean) => {
    for (const box of boxes()) box.checked = all && !box.disabled;
    setChosen(checked());
  };

  const approve = async () => {
    const result = await run({
      items: picked.map(({ assignmentId, stage, version, revisionId }) => ({
        assignmentId,
        stage,
        basedOn: version,
        revisionId,
      })),
    });
    if (!result.ok) return setFailure(result.reason);
    choose(false);
    setAsking(false);
    setFailure(null);
    toast(t("given", { count: result.value.accepted }), { tone: "good" });
    const left = result.value.refused.length;
    if (left > 0) toast(t("notGiven", { count: left }), { tone: "late" });
  };

  if (rows.length === 0) return null;
  return (
    <>
      <ActionBar note={picked.length > 0 ? t("chosen", { count: picked.length }) : undefined}>
        {picked.length === 0 ? (
          <Button variant="secondary" onClick={() => choose(true)}>
            {t("chooseAll", { count: rows.length })}
          </Button>
        ) : (
          <>
            <Button variant="secondary" onClick={() => choose(false)}>
              {t("clear")}
            </Button>
            <Button icon={<CheckIcon size={16} />} onClick={() => setAsking(true)}>
              {t("approve")}
            </Button>
          </>
        )}
      </ActionBar>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        busy={pending}
        title={t("title", { count: picked.length })}
        description={t("about", { seconds: GRACE_SECONDS })}
        footer={
          <>
            <Button variant="secondary" disabled={pending} onClick={() => setAsking(false)}>
              {t("cancel")}
            </Button>
            <Button icon={<CheckIcon size={16} />} pending={pending} onClick={approve}>
              {t("confirm", { count: picked.length })}
            </Button>
          </>
        }
      >
        <ul className="grid gap-2">
          {picked.map(({ choice, participant, stageName, opened, unsent }) => (
            <li key={choice} className="min-w-0 text-md">
              <span className="font-semibold wrap-anywhere">{participant}</span>, {stageName}
              {!opened && <span className="block text-sm text-late">{t("unopened")}</span>}
              {unsent && <span className="block text-sm text-late">{t("unsent")}</span>}
            </li>
          ))}
        </ul>
        {failure && (
          <p className="font-medium text-late" role="alert">
            {why(failure)}
          </p>
        )}
      </Dialog>
    </>
  );
}

function boxes(): NodeListOf<HTMLInputElement> {
  return document.querySelectorAll(`input[name="${CHOICE_NAME}"]`);
}

function checked(): string[] {
  return [...new Set([...boxes()].filter((box) => box.checked).map(({ value }) => value))];
}
