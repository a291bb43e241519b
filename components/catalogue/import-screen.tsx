import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import type { List } from "@/lib/catalogue/columns";
import { listWords } from "@/lib/catalogue/label";
import { officePath } from "@/lib/center/model";
import { toLocale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { Messages } from "@/lib/i18n/messages-scope";
import { DownloadLinks } from "./download-links";
import { ImportDesk } from "./import-desk";

/** Where a list of the catalogue is imported from a file. */
export async function ImportScreen({ centerId, list }: { centerId: string; list: List }) {
  const [t, office, locale] = await Promise.all([
    getTranslations("catalogue"),
    getTranslations("office"),
    getLocale(),
  ]);
  const { headings } = listWords(list, await loadMessages(toLocale(locale)));
  const part = list === "agencies" ? "agencies" : "hosts";
  const backHref = list === "agencies" ? officePath(centerId, "agencies") : "/innovations";
  return (
    <Messages namespaces={["catalogue", "issues", "refusals"]}>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={[
              { href: officePath(centerId), label: office("title") },
              {
                href: officePath(centerId, part),
                label: t(list === "agencies" ? "agencies.title" : "regions.title"),
              },
            ]}
          />
        }
        title={t(`files.importTitle.${list}`)}
        lede={t("files.importLede")}
        actions={<DownloadLinks centerId={centerId} list={list} />}
      />
      <ImportDesk
        centerId={centerId}
        list={list}
        columns={{
          ...headings,
          hostUnitId: headings.unit ?? "",
          hostRegionId: headings.region ?? "",
        }}
        backHref={backHref}
      />
    </Messages>
  );
}
