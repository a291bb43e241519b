"use client";

import { useTranslations } from "next-intl";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { answerOfferAction } from "@/lib/enrolment/actions";
import type { OfferedPlace } from "@/lib/enrolment/model";
import type { RefusalReason } from "@/lib/platform/result";

/** A place that a centre offers: taken, or somebody else's. Needs the messages of `offers` and `refusals`. */
export function OfferedPlaceCard({ place }: { place: OfferedPlace }) {
  const t = useTranslations("offers");
  const refusals = useTranslations("refusals");
  const { run, pending } = useCommand(answerOfferAction);
  const { enrolmentId, cohort, center, rosterName, agency } = place;
  const role = t(`roles.${place.role}`);

  const answer = async (accept: boolean) => {
    const result = await run({ enrolmentId, accept });
    if (result.ok) toast(t(accept ? "accepted" : "declined", { role, cohort }), { tone: "good" });
    else if (result.reason === "no_answer" || result.reason === "outdated") {
      toast(t("noAnswer"), { tone: "late" });
    } else toast(refusals(result.reason as RefusalReason), { tone: "late" });
  };

  return (
    <Card as="section" marked data-tone="accent" aria-labelledby={`offer-${enrolmentId}`}>
      <div className="grid gap-3 px-4 py-4 sm:px-5">
        <div className="grid gap-1">
          <h2 id={`offer-${enrolmentId}`} className="text-base font-bold">
            {t("title")}
          </h2>
          <p className="wrap-anywhere">{t("body", { center, role, cohort })}</p>
          <p className="text-ink-2 wrap-anywhere">{t("as", { name: rosterName, agency })}</p>
          <p className="text-sm text-ink-3">{t("hint")}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            pending={pending}
            aria-label={t("acceptFor", { cohort })}
            onClick={() => answer(true)}
          >
            {t("accept")}
          </Button>
          <Button
            variant="secondary"
            disabled={pending}
            aria-label={t("declineFor", { cohort })}
            onClick={() => answer(false)}
          >
            {t("decline")}
          </Button>
        </div>
      </div>
    </Card>
  );
}
