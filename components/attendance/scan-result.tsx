import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { Scan } from "@/lib/attendance/loaders";
import { Messages } from "@/lib/i18n/messages-scope";
import { useFormat } from "@/lib/i18n/use-format";
import { AttendConfirm } from "./attend-confirm";
import { SessionFacts } from "./session-facts";

/** Where a scan leads: what it is for and one press, or why it leads nowhere. */
export function ScanResult({ scan }: { scan: Scan }) {
  const t = useTranslations("attendance");
  const refusals = useTranslations("refusals");
  const agenda = (
    <Button variant="secondary" href="/visit">
      {t("toAgenda")}
    </Button>
  );
  if (scan.kind === "not_yours" || scan.kind === "stale") {
    const yours = scan.kind === "stale";
    return (
      <div className="max-w-[32rem]">
        <PageHeader title={t("attend")} />
        <Callout tone="late" title={t(yours ? "stale" : "notYours")} action={agenda}>
          {t(yours ? "staleBody" : "notYoursBody")}
        </Callout>
      </div>
    );
  }
  const { session, cohort, hostName } = scan.head;
  return (
    <div className="max-w-[32rem]">
      <PageHeader
        eyebrow={t("attend")}
        title={session.title}
        lede={<SessionFacts session={session} hostName={hostName} timeZone={cohort.timeZone} />}
      />
      {scan.kind === "valid" && (
        <Messages namespaces={["attendance", "refusals"]}>
          <AttendConfirm sessionId={session.id} ticket={scan.ticket} timeZone={cohort.timeZone} />
        </Messages>
      )}
      {scan.kind === "marked" && <Marked scan={scan} />}
      {scan.kind === "closed" && (
        <Callout tone="late" action={agenda}>
          {refusals(scan.reason)}
        </Callout>
      )}
    </div>
  );
}

function Marked({ scan }: { scan: Extract<Scan, { kind: "marked" }> }) {
  const t = useTranslations("attendance");
  const refusals = useTranslations("refusals");
  const format = useFormat(scan.head.cohort.timeZone);
  const present = scan.status === "PRESENT";
  return (
    <Callout
      tone={present ? "good" : "late"}
      title={present ? t("recorded") : t(`status.${scan.status}`)}
      action={
        <Button variant="secondary" href="/visit">
          {t("toAgenda")}
        </Button>
      }
    >
      {present ? t("recordedAt", { time: format.time(scan.at) }) : refusals("marked_by_hand")}
    </Callout>
  );
}
