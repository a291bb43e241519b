import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/shell/notice";

/** A link that leads nowhere, any more or yet: answered as what is not there, in words that help. */
export default async function FeedbackNotFound() {
  const t = await getTranslations("feedback");
  return <Notice title={t("host.expiredTitle")} body={t("host.expired")} />;
}
