import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchIcon } from "@/components/ui/icons";
import { MarkedList } from "@/components/ui/marked";
import { markup } from "@/components/ui/markup";
import { SoftLink } from "@/components/ui/soft-link";
import { type SearchGroup, type SearchHit, searchHref } from "@/lib/search/model";
import type { SearchQuery } from "@/lib/search/schema";

/** What was found, kind by kind; of one kind, a page. */
export function SearchResults({ query, groups }: { query: SearchQuery; groups: SearchGroup[] }) {
  const t = useTranslations("search");
  const common = useTranslations("common");
  const { q, kind, page } = query;
  if (q === "") return <p className="text-ink-2">{t("hint")}</p>;
  const line = ({ title, context, href }: SearchHit) =>
    markup`<li><a data-soft href="${href}" class="grid min-h-12 content-center gap-0.5 px-4 py-2 hover:bg-sunken sm:px-4.5"><span class="font-semibold wrap-anywhere">${title}</span><span class="text-sm text-ink-3 wrap-anywhere">${context.join(" · ")}</span></a></li>`;
  return (
    <>
      {kind && (
        <p>
          <SoftLink href={searchHref(q)} className="link inline-flex items-center touch:min-h-11">
            {t("allKinds")}
          </SoftLink>
        </p>
      )}
      {groups.every(({ hits }) => hits.length === 0) ? (
        <Card>
          <EmptyState icon={<SearchIcon size={22} />} title={t("nothing", { q })}>
            {t("nothingBody")}
          </EmptyState>
        </Card>
      ) : (
        groups.map((group) => (
          <Card as="section" key={group.kind}>
            <CardHeader
              title={t(`kinds.${group.kind}`)}
              actions={
                group.more && !kind ? (
                  <SoftLink
                    href={searchHref(q, group.kind)}
                    className="link inline-flex items-center text-sm touch:min-h-11"
                  >
                    {t("more")}
                  </SoftLink>
                ) : undefined
              }
            />
            <MarkedList
              className="divide-y divide-line"
              content={markup`${group.hits.map(line)}`}
            />
          </Card>
        ))
      )}
      {kind && (page > 1 || groups[0]?.more) && (
        <nav aria-label={common("pages")} className="flex justify-between gap-4">
          {page > 1 ? (
            <SoftLink href={searchHref(q, kind, page - 1)} className="link touch:min-h-11">
              {common("previous")}
            </SoftLink>
          ) : (
            <span />
          )}
          {groups[0]?.more && (
            <SoftLink href={searchHref(q, kind, page + 1)} className="link touch:min-h-11">
              {common("next")}
            </SoftLink>
          )}
        </nav>
      )}
    </>
  );
}
