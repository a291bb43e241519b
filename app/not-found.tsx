import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/shell/notice";
import { Button } from "@/components/ui/button";

export async function generateMetadata() {
  const t = await getTranslations("errors.notFound");
  return { title: t("title") };
}

export default async function NotFound() {
  const t = await getTranslations("errors.notFound");
  return (
    <Notice title={t("title")} body={t("body")}>
      <Button href="/">{t("home")}</Button>
    </Notice>
  );
}
