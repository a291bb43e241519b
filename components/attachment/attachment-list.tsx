import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { FileTextIcon, ImageIcon } from "@/components/ui/icons";
import type { AttachmentDto } from "@/lib/attachment/model";
import { useFormat } from "@/lib/i18n/use-format";

/** The documents of an entry of the catalogue, to be opened. */
export function AttachmentList({
  attachments,
  add,
  buttonsOf,
}: {
  attachments: readonly AttachmentDto[];
  /** For whoever organises: how one is added, and what can be done with one. */
  add?: ReactNode;
  buttonsOf?: (attachment: AttachmentDto) => ReactNode;
}) {
  const t = useTranslations("innovations.documents");
  const format = useFormat();
  return (
    <Card as="section">
      <CardHeader
        title={t("title")}
        note={t("note", { count: attachments.length })}
        actions={add}
      />
      {attachments.length === 0 ? (
        <p className="px-4 py-6 text-center text-ink-3">{t("empty")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {attachments.map((attachment) => {
            const { id, title, source, datedOn, file } = attachment;
            const Icon = file?.kind === "IMAGE" ? ImageIcon : FileTextIcon;
            return (
              <li key={id} className="flex gap-3 px-4 py-3 sm:px-4.5">
                <Icon size={18} className="mt-0.5 flex-none text-ink-3" />
                <div className="grid min-w-0 flex-1 justify-items-start gap-1">
                  {file?.url ? (
                    <a
                      href={file.url}
                      target="_blank"
                      rel="noreferrer"
                      className="link inline-flex items-center font-semibold wrap-anywhere touch:min-h-11"
                    >
                      {title}
                    </a>
                  ) : (
                    <p className="font-semibold wrap-anywhere">{title}</p>
                  )}
                  <p className="text-md text-ink-2">
                    {file?.url
                      ? t("meta", {
                          type: file.kind,
                          kb: format.integer(Math.max(1, Math.round(file.size / 1000))),
                          date: format.date(datedOn),
                        })
                      : t(file ? "unreadable" : "pending")}
                  </p>
                  <p className="text-sm text-ink-3 wrap-anywhere">{t("from", { source })}</p>
                </div>
                {buttonsOf?.(attachment)}
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}

/** What a device without signal knows of them; nothing where there are none. */
export function AttachmentTitles({ titles }: { titles: readonly string[] }) {
  const t = useTranslations("innovations.documents");
  if (titles.length === 0) return null;
  return (
    <Card as="section">
      <CardHeader title={t("title")} note={t("offline")} />
      <ul className="divide-y divide-line">
        {titles.map((title) => (
          <li key={title} className="px-4 py-3 wrap-anywhere sm:px-4.5">
            {title}
          </li>
        ))}
      </ul>
    </Card>
  );
}
