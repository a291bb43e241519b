"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { InvitationSheets } from "@/components/invitation/invitation-sheets";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CardBody, CardHeader } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { CheckIcon, CopyIcon } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import { Table } from "@/components/ui/table";
import { officePath } from "@/lib/center/model";
import type { InvitationsMade } from "@/lib/invitation/model";
import { rosterPath } from "@/lib/roster/model";

/** What inviting made: links, which are shown once, to copy or to print; and who was left out. */
export default function InvitedResult({
  cohortId,
  centerId,
  result,
  sends,
  cohort,
  timeZone,
  onClose,
}: {
  cohortId: string;
  centerId: string;
  result: InvitationsMade;
  sends: boolean;
  /** The programme and the cohort, in words. */
  cohort: string;
  timeZone: string;
  onClose: () => void;
}) {
  const t = useTranslations("people");
  const [copied, setCopied] = useState<string | null>(null);
  // Links are shown once: who has neither copied nor printed them is asked before they are gone.
  const [taken, setTaken] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const { links, letters, skipped, left } = result;
  const copy = async (what: string, text: string) => {
    await navigator.clipboard.writeText(text);
    setCopied(what);
    if (what === "all") setTaken(true);
  };
  const print = () => {
    window.print();
    setTaken(true);
  };
  // One line each, in columns: it can be pasted into a sheet or a message.
  const all = links.map(({ name, group, url }) => [name, group ?? "", url].join("\t")).join("\n");

  return (
    <>
      <div data-noprint="">
        <CardHeader
          title={t("result.title")}
          note={
            letters > 0
              ? t("result.letters", { count: letters, sends: String(sends) })
              : t("result.links", { count: links.length })
          }
          actions={
            <>
              {letters > 0 && (
                <Button size="sm" href={officePath(centerId, "mail")}>
                  {t("result.toOutbox")}
                </Button>
              )}
              {links.length > 0 && (
                <>
                  <Button
                    size="sm"
                    variant="secondary"
                    icon={copied === "all" ? <CheckIcon /> : <CopyIcon />}
                    onClick={() => copy("all", all)}
                  >
                    {t(copied === "all" ? "result.copied" : "result.copyAll")}
                  </Button>
                  <Button size="sm" variant={taken ? "secondary" : "primary"} onClick={print}>
                    {t("result.print")}
                  </Button>
                </>
              )}
              <Button
                size="sm"
                variant={letters > 0 ? "secondary" : taken ? "primary" : "ghost"}
                onClick={() => (links.length > 0 && !taken ? setLeaving(true) : onClose())}
              >
                {t("result.close")}
              </Button>
            </>
          }
        />
        {(links.length > 0 || skipped.length > 0 || left > 0) && (
          <CardBody className="grid gap-3">
            {links.length > 0 && <Callout>{t("result.once")}</Callout>}
            {left > 0 && <Callout tone="late">{t("result.left", { count: left })}</Callout>}
            {skipped.length > 0 && (
              <Callout tone="late" title={t("result.skipped")}>
                <ul className="list-disc pl-5">
                  {skipped.map(({ enrolmentId, name, reason }) => (
                    <li key={enrolmentId}>
                      {name}: {t(`skips.${reason}`)}
                      {reason === "NO_LOGIN" && (
                        <>
                          {". "}
                          <SoftLink className="link" href={rosterPath(cohortId, enrolmentId)}>
                            {t("complete")}
                          </SoftLink>
                        </>
                      )}
                    </li>
                  ))}
                </ul>
              </Callout>
            )}
          </CardBody>
        )}
        {links.length > 0 && (
          <Table label={t("result.showAll")} stack>
            <thead>
              <tr>
                <th scope="col">{t("name")}</th>
                <th scope="col">{t("group")}</th>
                <th scope="col">{t("channels.LINK")}</th>
              </tr>
            </thead>
            <tbody>
              {links.map((link) => (
                <tr key={link.enrolmentId}>
                  <td>{link.name}</td>
                  <td data-label={t("group")}>{link.group ?? "–"}</td>
                  <td data-label={t("channels.LINK")}>
                    <span className="flex items-center gap-2">
                      <span className="min-w-0 font-mono text-xs wrap-anywhere select-all">
                        {link.url}
                      </span>
                      <IconButton
                        label={t("result.copyFor", { name: link.name })}
                        icon={copied === link.enrolmentId ? <CheckIcon /> : <CopyIcon />}
                        onClick={() => copy(link.enrolmentId, link.url)}
                      />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </div>
      <Dialog
        open={leaving}
        onClose={() => setLeaving(false)}
        title={t("result.leaveTitle")}
        description={t("result.once")}
        footer={
          <>
            <Button variant="secondary" onClick={() => setLeaving(false)}>
              {t("result.stay")}
            </Button>
            <Button onClick={onClose}>{t("result.leave")}</Button>
          </>
        }
      />
      {links.length > 0 && <InvitationSheets links={links} cohort={cohort} timeZone={timeZone} />}
    </>
  );
}
