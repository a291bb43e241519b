"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { InvitationSheets } from "@/components/invitation/invitation-sheets";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CardBody, CardHeader } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { CheckIcon, CopyIcon } from "@/components/ui/icons";
import { Table } from "@/components/ui/table";
import { officePath } from "@/lib/center/model";
import type { InvitationsMade } from "@/lib/invitation/model";

/** What inviting made: links, which are shown once, to copy or to print; and who was left out. */
export default function InvitedResult({
  centerId,
  result,
  sends,
  timeZone,
  onClose,
}: {
  centerId: string;
  result: InvitationsMade;
  sends: boolean;
  timeZone: string;
  onClose: () => void;
}) {
  const t = useTranslations("people");
  const [copied, setCopied] = useState<string | null>(null);
  const { links, letters, skipped, left } = result;
  const copy = async (what: string, text: string) => {
    await navigator.clipboard.writeText(text);
    setCopied(what);
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
                <Button size="sm" variant="secondary" href={officePath(centerId, "mail")}>
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
                  <Button size="sm" variant="secondary" onClick={() => window.print()}>
                    {t("result.print")}
                  </Button>
                </>
              )}
              <Button size="sm" onClick={onClose}>
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
      {links.length > 0 && <InvitationSheets links={links} timeZone={timeZone} />}
    </>
  );
}
