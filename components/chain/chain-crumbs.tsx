import { useTranslations } from "next-intl";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import type { ChainDto } from "@/lib/chain/model";

/** The way back from the own chain. */
export function AuthorCrumbs({ chain }: { chain: ChainDto }) {
  const t = useTranslations("tasks");
  return (
    <Breadcrumbs
      items={[
        { href: "/tasks", label: t("title") },
        { href: `/tasks/${chain.assignmentId}`, label: chain.innovation.code },
      ]}
    />
  );
}

/** The way back from a participant's chain; its words are not on the participant's phone. */
export function ReviewerCrumbs({ chain }: { chain: ChainDto }) {
  const t = useTranslations("review.head");
  return (
    <Breadcrumbs
      items={[
        {
          href: `/reviews/${chain.assignmentId}/evaluate`,
          label: t("title", { stage: chain.innovation.code, name: chain.participant }),
        },
      ]}
    />
  );
}
