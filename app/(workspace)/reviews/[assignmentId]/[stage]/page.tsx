import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReviewScreen } from "@/components/review/review-screen";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadReview } from "@/lib/review/loaders";
import type { AddressParams } from "@/lib/review/model";

interface Props {
  params: Promise<{ assignmentId: string; stage: string }>;
  searchParams: Promise<AddressParams>;
}

/** The loader is read once for the title and once for the page; the same words make it one read. */
async function load({ params, searchParams }: Props) {
  const [{ assignmentId, stage }, search] = await Promise.all([params, searchParams]);
  const single = Object.entries(search).flatMap(([name, value]) => {
    const one = Array.isArray(value) ? value[0] : value;
    return one === undefined ? [] : [[name, one]];
  });
  return loadReview(assignmentId, stage, new URLSearchParams(single).toString());
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ review }, t, s] = await Promise.all([
    load(props),
    getTranslations("review.head"),
    getTranslations("stage"),
  ]);
  return {
    title: t("title", { stage: s(`kind.${review.stage}`), name: review.participant.name }),
  };
}

export default async function ReviewPage(props: Props) {
  const { review, filter } = await load(props);
  return (
    <Messages namespaces={["review", "refusals", "stage"]}>
      <ReviewScreen review={review} filter={filter} />
    </Messages>
  );
}
