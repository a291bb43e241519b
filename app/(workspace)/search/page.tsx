import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SearchResults } from "@/components/search/search-results";
import { PageHeader } from "@/components/shell/page-header";
import { SearchField } from "@/components/ui/search-field";
import { loadSearch } from "@/lib/search/loaders";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("title") };
}

/** Looks for people, innovations, obstacles and plans; works by address, without any script. */
export default async function SearchPage({ searchParams }: Props) {
  const [{ query, groups }, t] = await Promise.all([
    searchParams.then(loadSearch),
    getTranslations("search"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="grid gap-5">
        <SearchField action="/search" label={t("placeholder")} value={query.q} />
        <SearchResults query={query} groups={groups} />
      </div>
    </>
  );
}
