import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ARCHIVE_TABLES, type ArchiveDownload } from "@/lib/archive/model";
import { useFormat } from "@/lib/i18n/use-format";

/** What the archive of a cohort holds. */
export function ArchiveContents() {
  const t = useTranslations("archive");
  return (
    <Card as="section" aria-labelledby="contents-title">
      <CardHeader id="contents-title" title={t("contents")} />
      <CardBody>
        <ul className="grid list-disc gap-1.5 pl-5 text-md">
          {ARCHIVE_TABLES.map((name) => (
            <li key={name}>{t(`tables.${name}`)}</li>
          ))}
          <li>{t("rubrics")}</li>
          <li>{t("documents")}</li>
        </ul>
      </CardBody>
    </Card>
  );
}

/** Who took the archive before. */
export function ArchiveDownloads({
  downloads,
  timeZone,
}: {
  downloads: ArchiveDownload[];
  timeZone: string;
}) {
  const t = useTranslations("archive");
  const format = useFormat(timeZone);
  return (
    <Card as="section" aria-labelledby="downloads-title">
      <CardHeader id="downloads-title" title={t("downloads")} />
      {downloads.length === 0 ? (
        <CardBody className="text-md text-ink-3">{t("noDownloads")}</CardBody>
      ) : (
        <ul className="divide-y divide-line">
          {downloads.map(({ at, name, withNumbers }) => (
            <li key={at.toISOString()} className="px-4 py-2.5 text-md sm:px-4.5">
              <p className="font-semibold wrap-anywhere">{name ?? t("someone")}</p>
              <p className="text-sm text-ink-3">
                {format.dateTime(at)}
                {withNumbers && ` · ${t("withNumbers")}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
