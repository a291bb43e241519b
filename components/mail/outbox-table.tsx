import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import { useFormat } from "@/lib/i18n/use-format";
import { MAIL_PROBLEMS, type MailStatus, type OutboxRow } from "@/lib/mail/model";
import { LetterActions } from "./letter-actions";

const TONES: Record<MailStatus, Tone> = {
  WAITING: "accent",
  SENT: "good",
  FAILED: "late",
  CANCELLED: "neutral",
};

/** The letters of a centre and what became of each. */
export function OutboxTable({
  centerId,
  rows,
  sends,
  canSend,
}: {
  centerId: string;
  rows: OutboxRow[];
  sends: boolean;
  canSend: boolean;
}) {
  const t = useTranslations("mail");
  const format = useFormat();
  return (
    <Table label={t("list")} stack>
      <thead>
        <tr>
          <th scope="col">{t("person")}</th>
          <th scope="col">{t("kind")}</th>
          <th scope="col">{t("when")}</th>
          <th scope="col">{t("status")}</th>
          {canSend && (
            <th scope="col" data-align="end">
              <span className="sr-only">{t("actions")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const problem = MAIL_PROBLEMS.find((known) => known === row.problem);
          return (
            <tr key={row.id}>
              <td>
                <span className="font-semibold wrap-anywhere">{row.name}</span>
                <span className="block text-sm font-normal text-ink-3 wrap-anywhere">
                  {row.email ?? t(row.canShow ? "noAddress" : "ownAddress")}
                </span>
              </td>
              <td data-label={t("kind")}>{t(`kinds.${row.kind}`)}</td>
              <td data-label={t("when")}>{format.dateTime(row.createdAt)}</td>
              <td data-label={t("status")}>
                <span className="grid justify-items-start gap-1">
                  <Badge tone={TONES[row.status]}>{t(`statuses.${row.status}`)}</Badge>
                  {row.sentAt && (
                    <span className="text-xs text-ink-3">
                      {t("sentAt", { at: format.dateTime(row.sentAt) })}
                    </span>
                  )}
                  {problem && (
                    <span className="text-sm text-ink-2">
                      {t(`problems.${problem}`)}
                      {row.status === "WAITING" && sends && ` ${t("retrying")}.`}
                    </span>
                  )}
                  {row.attempts > 1 && (
                    <span className="text-xs text-ink-3">
                      {t("attempts", { count: row.attempts })}
                    </span>
                  )}
                </span>
              </td>
              {canSend && (
                <td data-align="end">
                  {row.isOpen && row.status !== "CANCELLED" && (
                    <LetterActions
                      centerId={centerId}
                      messageId={row.id}
                      name={row.name}
                      canShow={row.canShow}
                      canResend={
                        sends &&
                        (row.status === "FAILED" || (row.status === "WAITING" && !row.isQueued))
                      }
                    />
                  )}
                  {row.isOpen && !row.canShow && (
                    <span className="text-sm text-ink-3">{t("hidden")}</span>
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
