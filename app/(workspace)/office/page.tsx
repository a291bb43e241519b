import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { loadOffices } from "@/lib/center/loaders";
import { officePath } from "@/lib/center/model";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("office"))("title") };
}

/** The offices of somebody who works for several centres. */
export default async function OfficesPage() {
  const [offices, t] = await Promise.all([loadOffices(), getTranslations("office")]);
  return (
    <>
      <PageHeader title={t("title")} lede={t("choose")} />
      <Card>
        <ul className="divide-y divide-line">
          {offices.map(({ id, name }) => (
            <li key={id}>
              <a
                href={officePath(id)}
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
