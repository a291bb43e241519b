import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { findingsHref } from "@/lib/finding/model";

/** Around a heat map of findings: how many it counts, leading to all of them, or that there are none yet. */
export function HeatCard({
  of,
  cohortId,
  total,
  children,
}: {
  of: "causes" | "solutions";
  cohortId: string;
  total: number;
  children: ReactNode;
}) {
  const t = useTranslations(`findings.${of}`);
  return (
    <Card as="section" id={of} className="scroll-mt-18">
      <CardHeader
        title={t("title")}
        note={
          total > 0 && (
            <SoftLink href={findingsHref(cohortId, of)} className="figure-link">
              {t("note", { count: total })}
            </SoftLink>
          )
        }
      />
      {total === 0 ? <p className="px-4 py-8 text-center text-ink-3">{t("empty")}</p> : children}
    </Card>
  );
}
