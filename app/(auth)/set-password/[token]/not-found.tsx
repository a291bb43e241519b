import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/shell/notice";
import { Button } from "@/components/ui/button";

/** A link that leads nowhere, any more or yet: answered as what is not there, in words that help. */
export default async function SetPasswordNotFound() {
  const t = await getTranslations("auth");
  return (
    <Notice title={t("setPassword.expiredTitle")} body={t("setPassword.expired")}>
      <Button href="/sign-in">{t("setPassword.toSignIn")}</Button>
    </Notice>
  );
}
