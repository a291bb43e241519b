"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { MadeLinkDialog, MadeLinkItem } from "@/components/ui/made-link";
import { SelectField, TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { createHostLinkAction, revokeHostLinkAction } from "@/lib/feedback/actions";
import { FEEDBACK_BOUNDS, type HostLinkRow, LINK_DAYS } from "@/lib/feedback/model";
import { useFormat } from "@/lib/i18n/use-format";
import { useFeedbackCommand } from "./use-feedback-command";

type Made = { label: string; url: string; expiresAt: string };

/** The links by which hosts read and answer: one for each unit or post, so that answers say whose they are. */
export function LinkDesk({
  cohortId,
  links,
  hosts,
  timeZone,
  can,
}: {
  cohortId: string;
  links: HostLinkRow[];
  hosts: { id: string; name: string }[];
  timeZone: string;
  can: { edit: boolean; withdraw: boolean };
}) {
  const t = useTranslations("feedback.links");
  const [made, setMade] = useState<Made | null>(null);
  return (
    <Card as="section" aria-labelledby="host-links">
      <CardHeader id="host-links" title={t("title")} />
      {can.edit && hosts.length > 0 && (
        <MakeLink cohortId={cohortId} hosts={hosts} onMade={setMade} />
      )}
      {links.length === 0 ? (
        <CardBody>
          <p className="text-ink-3">{t("none")}</p>
        </CardBody>
      ) : (
        <ul className="divide-y divide-line">
          {links.map((link) => (
            <LinkItem
              key={link.id}
              cohortId={cohortId}
              link={link}
              timeZone={timeZone}
              canRevoke={can.withdraw}
            />
          ))}
        </ul>
      )}
      {made && <MadeDialog made={made} timeZone={timeZone} onClose={() => setMade(null)} />}
    </Card>
  );
}

function MakeLink({
  cohortId,
  hosts,
  onMade,
}: {
  cohortId: string;
  hosts: { id: string; name: string }[];
  onMade: (made: Made) => void;
}) {
  const t = useTranslations("feedback.links");
  const { run, pending, problem } = useFeedbackCommand(createHostLinkAction);
  const [label, setLabel] = useState("");
  const [hostRegionId, setHost] = useState(hosts[0]?.id ?? "");
  const [days, setDays] = useState<number>(LINK_DAYS[1]);
  return (
    <form
      className="grid items-end gap-3 border-b border-line px-4 py-3 sm:grid-cols-2 sm:px-4.5 print:hidden"
      onSubmit={async (event) => {
        event.preventDefault();
        const answer = await run({ cohortId, hostRegionId, label, days });
        if (!answer) return;
        onMade({ label, ...answer.value });
        setLabel("");
      }}
    >
      {problem && (
        <div className="sm:col-span-2">
          <Callout tone="late" live>
            {problem}
          </Callout>
        </div>
      )}
      <div className="sm:col-span-2">
        <TextField
          id="link-label"
          name="label"
          label={t("label")}
          hint={t("labelHint")}
          value={label}
          lengths={FEEDBACK_BOUNDS.label}
          onChange={(event) => setLabel(event.target.value)}
        />
      </div>
      <SelectField
        id="link-host"
        name="host"
        label={t("host")}
        value={hostRegionId}
        onChange={(event) => setHost(event.target.value)}
      >
        {hosts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        id="link-days"
        name="days"
        label={t("days")}
        value={days}
        onChange={(event) => setDays(Number(event.target.value))}
      >
        {LINK_DAYS.map((value) => (
          <option key={value} value={value}>
            {t("daysOption", { days: value })}
          </option>
        ))}
      </SelectField>
      <div>
        <Button type="submit" pending={pending}>
          {t("make")}
        </Button>
      </div>
    </form>
  );
}

function LinkItem({
  cohortId,
  link,
  timeZone,
  canRevoke,
}: {
  cohortId: string;
  link: HostLinkRow;
  timeZone: string;
  canRevoke: boolean;
}) {
  const t = useTranslations("feedback.links");
  const format = useFormat(timeZone);
  const { run, pending, problem } = useFeedbackCommand(revokeHostLinkAction);
  return (
    <MadeLinkItem
      label={link.label}
      state={t(link.isLive ? "live" : link.revokedAt ? "revoked" : "expired")}
      isLive={link.isLive}
      facts={
        <>
          {link.hostRegion} · {t("until", { at: format.dateTime(link.expiresAt) })} ·{" "}
          {t("answers", { count: link.answers })}
        </>
      }
      problem={problem}
      revoke={
        canRevoke && link.isLive
          ? {
              word: t("revoke"),
              label: t("revokeOf", { label: link.label }),
              pending,
              run: async () => {
                if (await run({ cohortId, linkId: link.id })) {
                  toast(t("revokeDone"), { tone: "good" });
                }
              },
            }
          : undefined
      }
    />
  );
}

function MadeDialog({
  made,
  timeZone,
  onClose,
}: {
  made: Made;
  timeZone: string;
  onClose: () => void;
}) {
  const t = useTranslations("feedback.links");
  const format = useFormat(timeZone);
  return (
    <MadeLinkDialog
      url={made.url}
      onClose={onClose}
      words={{
        title: t("madeTitle", { label: made.label }),
        body: t("madeBody", { until: format.dateTime(made.expiresAt) }),
        close: t("close"),
        copy: t("copy"),
        copied: t("copied"),
        copyFailed: t("copyFailed"),
      }}
    />
  );
}
