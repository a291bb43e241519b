import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { LISTS } from "@/lib/catalogue/columns";
import { importPath } from "@/lib/center/model";

/** Every list of the catalogue as a file, for all staff; and where it comes in, for organisers. */
export function CatalogueFiles({
  centerId,
  canOrganize,
}: {
  centerId: string;
  canOrganize: boolean;
}) {
  const t = useTranslations("catalogue");
  return (
    <Card as="section" id="files" className="mt-5">
      <CardHeader title={t("files.all")} note={t("files.allNote")} />
      <ul className="divide-y divide-line">
        {LISTS.map((list) => (
          <li
            key={list}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2 sm:px-4.5"
          >
            <span className="font-semibold">{t(`${list}.title`)}</span>
            <span className="flex flex-wrap gap-1">
              {(["xlsx", "csv"] as const).map((kind) => (
                <a
                  key={kind}
                  href={`/api/office/${centerId}/catalogue/${list}?kind=${kind}`}
                  download
                  aria-label={t("files.downloadOf", {
                    list: t(`${list}.title`),
                    kind: kind.toUpperCase(),
                  })}
                  className={buttonClass("ghost", "sm")}
                >
                  {kind.toUpperCase()}
                </a>
              ))}
              {canOrganize && (
                <Button
                  variant="ghost"
                  size="sm"
                  href={importPath(centerId, list)}
                  aria-label={t(`files.importTitle.${list}`)}
                >
                  {t("regions.import")}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
