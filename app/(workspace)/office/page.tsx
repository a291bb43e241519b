import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { loadErrand, loadOffices } from "@/lib/center/loaders";
import { errandPath, officePath } from "@/lib/center/model";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("office"))("title") };
}

/** The offices of somebody who works for several centres; on an errand, those it can be done in. */
export default async function OfficesPage({ searchParams }: Props) {
  const errand = await loadErrand(await searchParams);
  const [offices, t] = await Promise.all([
    errand ? errand.offices : loadOffices(),
    getTranslations("office"),
  ]);
  return (
    <>
      <PageHeader
        title={errand ? t(`errands.${errand.errand}`) : t("title")}
        lede={t(errand ? "errands.choose" : "choose")}
      />
      <Card>
        <ul className="divide-y divide-line">
          {offices.map(({ id, name }) => (
            <li key={id}>
              <a
                href={errand ? errandPath(id, errand.errand, errand.regionId) : officePath(id)}
                className="flex min-h-12 items-center px-4 py-2.5 font-semibold hover:bg-sunken"
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
