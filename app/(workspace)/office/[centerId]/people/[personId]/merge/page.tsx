import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MergeCandidates } from "@/components/merging/merge-candidates";
import { MergePreview } from "@/components/merging/merge-preview";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { officePath } from "@/lib/center/model";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadMergeDesk } from "@/lib/merging/loaders";
import { centerPersonPath } from "@/lib/staff/model";

interface Props {
  params: Promise<{ centerId: string; personId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff"))("merge.title") };
}

export default async function MergePage({ params, searchParams }: Props) {
  const { centerId, personId } = await params;
  const [desk, t, o] = await Promise.all([
    loadMergeDesk(centerId, personId, await searchParams),
    getTranslations("staff"),
    getTranslations("office"),
  ]);
  return (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={[
              { href: officePath(centerId), label: o("title") },
              { href: officePath(centerId, "people"), label: t("title") },
              { href: centerPersonPath(centerId, personId), label: desk.keep.name },
            ]}
          />
        }
        title={t("merge.title")}
        lede={t("merge.lede", { name: desk.keep.name })}
      />
      {desk.chosen ? (
        <Messages namespaces={["staff", "refusals"]}>
          <MergePreview centerId={centerId} keep={desk.keep} chosen={desk.chosen} />
        </Messages>
      ) : (
        <MergeCandidates
          centerId={centerId}
          personId={personId}
          q={desk.q}
          candidates={desk.candidates}
        />
      )}
    </>
  );
}
