import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SecondForm } from "@/components/grading/second-form";
import { RevisionReading } from "@/components/review/revision-reading";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Segments } from "@/components/ui/tabs";
import { STAGE_SLUGS } from "@/lib/assignment/model";
import { loadSecondRating } from "@/lib/grading/loaders";
import { SECOND_RATINGS_PATH, secondRatingPath } from "@/lib/grading/model";
import { Messages } from "@/lib/i18n/messages-scope";

interface Props {
  params: Promise<{ assignmentId: string }>;
  searchParams: Promise<{ stage?: string | string[] }>;
}

async function load({ params, searchParams }: Props) {
  const [{ assignmentId }, { stage }] = await Promise.all([params, searchParams]);
  return loadSecondRating(assignmentId, String(stage ?? ""));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [rating, t] = await Promise.all([load(props), getTranslations("grading.rate")]);
  return { title: t("title", { name: rating.participant }) };
}

/** A work before its second rater: what was handed in, and the own scores. */
export default async function SecondRatingPage(props: Props) {
  const [rating, t, s] = await Promise.all([
    load(props),
    getTranslations("grading.rate"),
    getTranslations("stage"),
  ]);
  const base = secondRatingPath(rating.assignmentId);
  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs items={[{ href: SECOND_RATINGS_PATH, label: t("list") }]} />}
        title={t("title", { name: rating.participant })}
        lede={`${rating.innovation.name} · ${rating.cohortName}`}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-4">
          {rating.reading ? (
            <>
              <Segments
                label={t("stages")}
                items={rating.stages.map((stage) => ({
                  href: `${base}?stage=${STAGE_SLUGS[stage]}`,
                  label: s(`kind.${stage}`),
                  current: stage === rating.reading?.kind,
                }))}
              />
              <RevisionReading reading={rating.reading} bands={rating.bands} extras={{}} />
            </>
          ) : (
            <p className="text-md text-ink-3">{t("nothing")}</p>
          )}
        </div>
        <Card as="section" aria-labelledby="second-title" className="lg:sticky lg:top-4">
          <CardHeader id="second-title" title={t("scores")} />
          <CardBody>
            <Messages namespaces={["grading", "issues", "refusals"]}>
              <SecondForm key={rating.version} rating={toForm(rating)} />
            </Messages>
          </CardBody>
        </Card>
      </div>
    </>
  );
}

/** The form needs nothing of what was handed in: that would travel twice. */
function toForm({
  reading: _,
  stages: __,
  ...rating
}: Awaited<ReturnType<typeof loadSecondRating>>) {
  return rating;
}
