import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import type { List } from "@/lib/catalogue/columns";

/** A list of the catalogue as a file: plain links, which the browser saves. */
export function DownloadLinks({ centerId, list }: { centerId: string; list: List }) {
  const t = useTranslations("catalogue.files");
  const href = (kind: "xlsx" | "csv") => `/api/office/${centerId}/catalogue/${list}?kind=${kind}`;
  return (
    <>
      <a href={href("xlsx")} download className={buttonClass("secondary")}>
        {t("downloadXlsx")}
      </a>
      <a href={href("csv")} download className={buttonClass("secondary")}>
        {t("downloadCsv")}
      </a>
    </>
  );
}
