import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import { useFormat } from "@/lib/i18n/use-format";
import { type WishCall, wishesPath } from "@/lib/wish/model";

/** A cohort asks which innovations a participant would like: until when, and whether they said so. */
export function WishCallCard({ call }: { call: WishCall }) {
  const t = useTranslations("wishes");
  const format = useFormat(call.timeZone);
  const calls = call.open && !call.answered;
  const until = format.dateTime(call.until);
  return (
    <Card as="section" marked={calls} data-tone={calls ? "accent" : undefined}>
      <CardBody className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0">
          <h2 className="font-bold">{t("title")}</h2>
          <p className="text-md text-ink-2 wrap-anywhere">
            {call.cohort} · {t(call.open ? "until" : "wasUntil", { until })}
          </p>
        </div>
        <Button href={wishesPath(call.cohortId)} variant={calls ? undefined : "secondary"}>
          {t(call.open ? (call.answered ? "change" : "choose") : "look")}
        </Button>
      </CardBody>
    </Card>
  );
}
