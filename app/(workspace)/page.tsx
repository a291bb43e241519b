import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { InboxIcon } from "@/components/ui/icons";
import { loadHome } from "@/lib/session/loaders";

/** Sends everybody on; only who belongs nowhere yet stays here. */
export default async function HomePage() {
  const { drafts } = await loadHome();
  const t = await getTranslations("auth");
  return (
    <>
      <PageHeader title="Lokus" />
      {drafts.length > 0 ? (
        <EmptyState icon={<InboxIcon />} title={t("home.draftTitle")}>
          {t("home.draft", { names: drafts.join(", ") })}
        </EmptyState>
      ) : (
        <EmptyState icon={<InboxIcon />} title={t("home.emptyTitle")}>
          {t("home.empty")}
        </EmptyState>
      )}
    </>
  );
}
