import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { obstaclesHref } from "@/lib/dashboard/model";
import { findingsHref, type InnovationFindings } from "@/lib/finding/model";

/** What makes an innovation work and what stands in its way, side by side and alike. */
export function Equals({
  cohortId,
  findings,
}: {
  cohortId: string;
  findings: InnovationFindings[];
}) {
  const t = useTranslations("findings.equals");
  const terms = useTranslations("terms");
  return (
    <Card as="section" id="equals" className="scroll-mt-18">
      <CardHeader title={t("title")} />
      <ul className="divide-y divide-line">
        {findings.map(({ innovation, strengths, obstacles, firstStrengths, firstObstacles }) => (
          <li key={innovation.id} className="px-4 py-4 break-inside-avoid sm:px-4.5">
            <h3 className="font-semibold wrap-anywhere">
              {innovation.code}
              {innovation.name !== innovation.code && (
                <span className="ml-2 text-sm font-normal text-ink-3">{innovation.name}</span>
              )}
            </h3>
            <div className="mt-2 grid gap-4 sm:grid-cols-2 print:grid-cols-2">
              <Side
                stage="EVALUATE"
                title={t("strengths", { count: strengths })}
                empty={t("noStrengths")}
                href={findingsHref(cohortId, "strengths", { innovation: innovation.id })}
                count={strengths}
                items={firstStrengths.map((text) => ({ key: text, content: text }))}
              />
              <Side
                stage="OBSTACLES"
                title={t("obstacles", { count: obstacles })}
                empty={t("noObstacles")}
                href={obstaclesHref(cohortId, { innovation: innovation.id })}
                count={obstacles}
                items={firstObstacles.map(({ title, category }) => ({
                  key: `${category} ${title}`,
                  content: (
                    <>
                      {title}
                      <span className="block text-xs text-ink-3">
                        {terms(`obstacleCategory.${category}`)}
                      </span>
                    </>
                  ),
                }))}
              />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Side({
  stage,
  title,
  empty,
  href,
  count,
  items,
}: {
  stage: string;
  title: string;
  empty: string;
  href: string;
  count: number;
  items: { key: string; content: ReactNode }[];
}) {
  const t = useTranslations("findings.equals");
  // Two participants may name the same: it is told once, the figure counts both.
  const told = [...new Map(items.map((item) => [item.key, item])).values()];
  return (
    <div data-stage={stage} className="min-w-0 border-l-4 border-l-hue-solid pl-3">
      <h4 className="text-sm font-semibold text-hue">{title}</h4>
      {count === 0 ? (
        <p className="mt-1 text-sm text-ink-3">{empty}</p>
      ) : (
        <>
          <ul className="mt-1 grid gap-1.5 text-md">
            {told.map(({ key, content }) => (
              <li key={key} className="wrap-anywhere">
                {content}
              </li>
            ))}
          </ul>
          <p className="mt-1.5 text-sm print:hidden">
            <SoftLink
              href={href}
              className="link touch:inline-flex touch:min-h-11 touch:items-center"
            >
              {t("all", { count })}
            </SoftLink>
          </p>
        </>
      )}
    </div>
  );
}
