import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";

/** What a page shows as a spreadsheet: a plain link, which the browser saves. */
export function ExportLink({ href }: { href: string }) {
  const t = useTranslations("dashboard");
  return (
    <a href={href} download className={buttonClass("secondary")}>
      {t("file.download")}
    </a>
  );
}
