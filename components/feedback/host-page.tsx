import { useTranslations } from "next-intl";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { Mark } from "@/components/shell/mark";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { HostFeedback } from "@/lib/feedback/model";
import { useFormat } from "@/lib/i18n/use-format";
import { ResponseForm } from "./response-form";
import { ToldFindings } from "./told-findings";

/** What a host reads by its link, on the screen and on A4, and answers. */
export function HostPage({ token, feedback }: { token: string; feedback: HostFeedback }) {
  const t = useTranslations("feedback.host");
  const format = useFormat(feedback.timeZone);
  return (
    <main id="content" className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-8">
      <div className="grid gap-3">
        <p className="flex items-center gap-2.5 text-lg font-extrabold tracking-tight">
          <Mark size={32} />
          Lokus
        </p>
        <h1 className="text-xl font-bold tracking-tight">{t("title")}</h1>
        <p className="text-ink-2 wrap-anywhere">
          {t("lede", {
            label: feedback.label,
            host: feedback.hostRegion,
            center: feedback.centerName,
            program: feedback.program,
            cohort: feedback.cohort,
          })}
        </p>
        <p className="text-sm text-ink-3">
          {feedback.releasedAt && `${t("released", { at: format.dateTime(feedback.releasedAt) })} `}
          {t("until", { at: format.dateTime(feedback.expiresAt) })} {t("anonymous")}
        </p>
      </div>
      {feedback.innovations.length === 0 ? (
        <Card>
          <EmptyState title={t("nothing")} />
        </Card>
      ) : (
        <ToldFindings
          innovations={feedback.innovations}
          answer={(finding) => (
            <ResponseForm token={token} finding={finding} timeZone={feedback.timeZone} />
          )}
        />
      )}
      <div className="border-t border-line pt-5 sm:*:max-w-72 print:hidden">
        <LanguageSwitch />
      </div>
    </main>
  );
}
