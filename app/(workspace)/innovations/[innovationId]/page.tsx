import type { Metadata } from "next";
import dynamic from "next/dynamic";
import { getTranslations } from "next-intl/server";
import { AttachmentList } from "@/components/attachment/attachment-list";
import { OwnBadge } from "@/components/catalogue/own-badge";
import { CohortUses } from "@/components/innovation/cohort-uses";
import { Evaluators } from "@/components/innovation/evaluators";
import { HostAwards } from "@/components/innovation/host-awards";
import { InnovationFacts } from "@/components/innovation/innovation-facts";
import { InnovationDesign, InnovationProfile } from "@/components/innovation/innovation-profile";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Callout } from "@/components/ui/callout";
import { pageNumber } from "@/lib/catalogue/schema";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadInnovation } from "@/lib/innovation/loaders";
import { innovationTitle } from "@/lib/innovation/model";

// Forms are for organisers: who only reads loads nothing of them.
const ManagedFacts = dynamic(() =>
  import("@/components/innovation/managed-facts").then((file) => file.ManagedFacts),
);
const ManagedAttachments = dynamic(() =>
  import("@/components/attachment/managed-attachments").then((file) => file.ManagedAttachments),
);
const ManagedActions = dynamic(() =>
  import("@/components/innovation/managed-actions").then((file) => file.ManagedActions),
);

interface Props {
  params: Promise<{ innovationId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const page = pageNumber.parse((await searchParams).evaluators);
  return { title: (await loadInnovation((await params).innovationId, page)).code };
}

export default async function InnovationPage({ params, searchParams }: Props) {
  const asked = await searchParams;
  const [innovation, t, catalogue] = await Promise.all([
    loadInnovation((await params).innovationId, pageNumber.parse(asked.evaluators)),
    getTranslations("innovations"),
    getTranslations("catalogue"),
  ]);
  const { id, version, code, archived, host, can, uses, evaluators } = innovation;
  const addIn = can.addIn.find(({ id: office }) => office === asked.for) ?? can.addIn[0];
  const content = (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs items={[{ href: "/innovations", label: t("title") }]} />}
        title={innovationTitle(innovation)}
        lede={uses && <OwnBadge own={innovation.own} archived={archived} />}
        actions={
          can.editIn && (
            <ManagedActions centerId={can.editIn} entry={{ id, version, name: code, archived }} />
          )
        }
      />
      {archived && (
        <div className="mb-5">
          <Callout>{catalogue("archivedNote")}</Callout>
        </div>
      )}
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid min-w-0 gap-5">
          <InnovationProfile innovation={innovation} />
          <InnovationDesign innovation={innovation} />
          {addIn ? (
            <ManagedFacts
              innovationId={id}
              facts={innovation.facts}
              centerId={addIn.id}
              offices={can.addIn}
            />
          ) : (
            <InnovationFacts facts={innovation.facts} />
          )}
          {can.editIn ? (
            <ManagedAttachments
              centerId={can.editIn}
              of={{ innovationId: id }}
              attachments={innovation.attachments}
            />
          ) : (
            <AttachmentList attachments={innovation.attachments} />
          )}
        </div>
        <div className="grid min-w-0 gap-5">
          {uses && <CohortUses uses={uses} innovationId={id} />}
          {evaluators && <Evaluators innovationId={id} evaluators={evaluators} />}
          <HostAwards host={host.name} awards={innovation.awards} />
        </div>
      </div>
    </>
  );
  // Words for the forms, for those who have them.
  if (!addIn) return content;
  return (
    <Messages namespaces={["catalogue", "innovations", "issues", "refusals"]}>{content}</Messages>
  );
}
