import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnContacts } from "@/components/own-data/own-contacts";
import { OwnSectionCard } from "@/components/own-data/own-section";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { buttonClass } from "@/components/ui/button";
import { loadOwnData } from "@/lib/own-data/loaders";
import { OWN_FORMATS, ownDataHref } from "@/lib/own-data/model";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownData"))("title") };
}

export default async function OwnDataPage() {
  const [data, t, auth] = await Promise.all([
    loadOwnData(),
    getTranslations("ownData"),
    getTranslations("auth"),
  ]);
  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs items={[{ href: "/account", label: auth("account.title") }]} />}
        title={t("title")}
        lede={t("lede")}
        actions={OWN_FORMATS.map((format) => (
          // A plain link: what it leads to is a file, and asking for it is an event.
          <a key={format} href={ownDataHref(format)} download className={buttonClass("secondary")}>
            {t(`download.${format}`)}
          </a>
        ))}
      />
      <div className="grid gap-4">
        <OwnContacts contacts={data.contacts} />
        {data.sections.map((section) => (
          <OwnSectionCard key={section.name} section={section} />
        ))}
      </div>
    </>
  );
}
