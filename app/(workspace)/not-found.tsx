import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/shell/notice";
import { Button } from "@/components/ui/button";

/** What is not there, and what is not the reader's, look the same; the shell stays around it. */
export default async function WorkspaceNotFound() {
  const t = await getTranslations("errors.notFound");
  return (
    <Notice inside title={t("title")} body={t("body")}>
      <Button href="/">{t("home")}</Button>
    </Notice>
  );
}
