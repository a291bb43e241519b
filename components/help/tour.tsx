"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type HelpRole, TOUR_STEPS } from "@/lib/help/model";
import { finishTourAction } from "@/lib/person/actions";

/** What somebody sees at the first sign-in: a few steps that can be left at any time. */
export function Tour({ role }: { role: HelpRole }) {
  const t = useTranslations("help.tour");
  const [open, setOpen] = useState(true);
  const [step, setStep] = useState(1);
  const steps = TOUR_STEPS[role];
  const last = step === steps;
  const word = (part: "title" | "body") => t(`${role}.${step}.${part}` as Parameters<typeof t>[0]);
  const finish = () => {
    setOpen(false);
    // Should it not arrive, the tour is shown once more: nothing is lost.
    void finishTourAction({}).catch(() => {});
  };
  return (
    <Dialog
      open={open}
      onClose={finish}
      title={t("title")}
      footer={
        <>
          {step === 1 ? (
            <Button variant="ghost" onClick={finish}>
              {t("skip")}
            </Button>
          ) : (
            <Button variant="ghost" onClick={() => setStep(step - 1)}>
              {t("back")}
            </Button>
          )}
          <Button onClick={last ? finish : () => setStep(step + 1)}>
            {last ? t("done") : t("next")}
          </Button>
        </>
      }
    >
      <div aria-live="polite" className="grid min-h-40 content-start gap-2">
        <p className="text-sm text-ink-3 tabular-nums">{t("step", { step, steps })}</p>
        <h3 className="text-md font-bold">{word("title")}</h3>
        <p className="text-ink-2">{word("body")}</p>
        {last && <p className="text-sm text-ink-3">{t("later")}</p>}
      </div>
    </Dialog>
  );
}
