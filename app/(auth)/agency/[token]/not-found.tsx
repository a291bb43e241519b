import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/shell/notice";

/** A link that leads nowhere, any more or yet: answered as what is not there, in words that help. */
export default async function AgencyViewNotFound() {
  const t = await getTranslations("agencyLinks.view");
  return <Notice title={t("expiredTitle")} body={t("expired")} />;
}
