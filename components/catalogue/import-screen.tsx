import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Tabs } from "@/components/ui/tabs";
import { LISTS, type List } from "@/lib/catalogue/columns";
import { columnNames, listWords } from "@/lib/catalogue/label";
import { importPath, officePath } from "@/lib/center/model";
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
  const ofInnovations = list === "innovations" || list === "facts";
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
      <Tabs
        label={t("files.lists")}
        items={LISTS.map((other) => ({
          href: importPath(centerId, other),
          label: t(`${other}.title`),
          current: other === list,
        }))}
      />
      <ImportDesk
        key={list}
        centerId={centerId}
        list={list}
        columns={columnNames(headings)}
        backHref={ofInnovations ? "/innovations" : officePath(centerId, part)}
      />
    </Messages>
  );
}
