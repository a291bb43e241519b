import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CenterCard } from "@/components/center/center-card";
import { CreateCenter } from "@/components/center/create-center";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { BuildingIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { loadAdmin } from "@/lib/center/loaders";
import { Messages } from "@/lib/i18n/messages-scope";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("title") };
}

export default async function AdminPage({
  searchParams,
}: {
  searchParams: Promise<{ page?: string }>;
}) {
  const [admin, t] = await Promise.all([
    searchParams.then(({ page }) => loadAdmin(page)),
    getTranslations("admin"),
  ]);
  return (
    <Messages namespaces={["admin", "issues", "refusals"]}>
      <PageHeader title={t("title")} lede={t("lede")} actions={<CreateCenter />} />
      {admin.centers.length === 0 ? (
        <EmptyState icon={<BuildingIcon />} title={t("empty")}>
          {t("emptyBody")}
        </EmptyState>
      ) : (
        <div className="grid gap-5">
          {admin.centers.map((center) => (
            <CenterCard key={center.id} center={center} ownId={admin.ownId} />
          ))}
          {admin.total > admin.perPage && (
            <Card>
              <Pagination
                page={admin.page}
                pages={Math.ceil(admin.total / admin.perPage)}
                hrefOf={(page) => `/admin?page=${page}`}
              />
            </Card>
          )}
        </div>
      )}
    </Messages>
  );
}
