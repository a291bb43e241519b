"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useToldCommand } from "@/components/document/use-told-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { MadeLinkDialog, MadeLinkItem } from "@/components/ui/made-link";
import { SelectField, TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { createAgencyLinkAction, revokeAgencyLinkAction } from "@/lib/agency-link/actions";
import {
  AGENCY_LINK_BOUNDS,
  AGENCY_LINK_DAYS,
  type AgencyChoice,
  type AgencyLinkRow,
} from "@/lib/agency-link/model";
import { useFormat } from "@/lib/i18n/use-format";

type Made = { label: string; url: string; expiresAt: string };

function useAnswerWords() {
  const t = useTranslations("agencyLinks");
  return { noAnswer: t("noAnswer"), outdated: t("outdated") };
}

/** The links by which agencies' contacts see their own people. */
export function AgencyLinkDesk({
  cohortId,
  agencies,
  links,
  timeZone,
  can,
}: {
  cohortId: string;
  agencies: AgencyChoice[];
  links: AgencyLinkRow[];
  timeZone: string;
  can: { make: boolean; revoke: boolean };
}) {
  const t = useTranslations("agencyLinks");
  const [made, setMade] = useState<Made | null>(null);
  return (
    <Card as="section" aria-labelledby="agency-links">
      <CardHeader id="agency-links" title={t("links")} />
      {can.make && agencies.length > 0 && (
        <MakeLink cohortId={cohortId} agencies={agencies} onMade={setMade} />
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
              canRevoke={can.revoke}
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
  agencies,
  onMade,
}: {
  cohortId: string;
  agencies: AgencyChoice[];
  onMade: (made: Made) => void;
}) {
  const t = useTranslations("agencyLinks");
  const { run, pending, problem } = useToldCommand(createAgencyLinkAction, useAnswerWords());
  const [label, setLabel] = useState("");
  const [agencyId, setAgency] = useState(agencies[0]?.id ?? "");
  const [days, setDays] = useState<number>(AGENCY_LINK_DAYS[1]);
  const [showsGrades, setShowsGrades] = useState(false);
  return (
    <form
      className="grid items-end gap-3 border-b border-line px-4 py-3 sm:grid-cols-2 sm:px-4.5 print:hidden"
      onSubmit={async (event) => {
        event.preventDefault();
        const answer = await run({ cohortId, agencyId, label, days, showsGrades });
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
      <SelectField
        id="link-agency"
        name="agency"
        label={t("agency")}
        value={agencyId}
        onChange={(event) => setAgency(event.target.value)}
      >
        {agencies.map(({ id, name, participants }) => (
          <option key={id} value={id}>
            {t("agencyOption", { name, participants })}
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
        {AGENCY_LINK_DAYS.map((value) => (
          <option key={value} value={value}>
            {t("daysOption", { days: value })}
          </option>
        ))}
      </SelectField>
      <div className="sm:col-span-2">
        <TextField
          id="link-label"
          name="label"
          label={t("label")}
          hint={t("labelHint")}
          value={label}
          lengths={AGENCY_LINK_BOUNDS.label}
          onChange={(event) => setLabel(event.target.value)}
        />
      </div>
      <div className="sm:col-span-2">
        <Checkbox
          id="link-grades"
          label={t("showsGrades")}
          hint={t("showsGradesHint")}
          checked={showsGrades}
          onChange={(event) => setShowsGrades(event.target.checked)}
        />
      </div>
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
  link: AgencyLinkRow;
  timeZone: string;
  canRevoke: boolean;
}) {
  const t = useTranslations("agencyLinks");
  const format = useFormat(timeZone);
  const { run, pending, problem } = useToldCommand(revokeAgencyLinkAction, useAnswerWords());
  return (
    <MadeLinkItem
      label={link.label}
      state={t(link.isLive ? "live" : link.revokedAt ? "revoked" : "expired")}
      isLive={link.isLive}
      facts={
        <>
          {link.agency} · {t("until", { at: format.dateTime(link.expiresAt) })} ·{" "}
          {t(link.showsGrades ? "withGrades" : "withoutGrades")}
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
  const t = useTranslations("agencyLinks");
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
