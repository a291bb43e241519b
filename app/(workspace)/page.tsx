import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { InboxIcon } from "@/components/ui/icons";
import { loadHome } from "@/lib/session/loaders";

/** Sends everybody on; only who belongs nowhere yet stays here. */
export default async function HomePage() {
  await loadHome();
  const t = await getTranslations("auth");
  return (
    <>
      <PageHeader title="Lokus" />
      <EmptyState icon={<InboxIcon />} title={t("home.emptyTitle")}>
        {t("home.empty")}
      </EmptyState>
    </>
  );
}
