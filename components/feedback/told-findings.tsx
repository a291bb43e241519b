import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { FINDING_KINDS, type ToldFinding, type ToldInnovation } from "@/lib/feedback/model";

/** Findings as the host reads them, by innovation: strengths and obstacles as equals. */
export function ToldFindings({
  innovations,
  answer,
}: {
  innovations: ToldInnovation[];
  /** What stands under a finding. */
  answer?: (finding: ToldFinding) => ReactNode;
}) {
  const t = useTranslations("feedback");
  return (
    <div className="grid gap-5">
      {innovations.map((innovation) => (
        <Card as="section" key={innovation.id} aria-labelledby={`told-${innovation.id}`}>
          <CardHeader id={`told-${innovation.id}`} title={innovation.name} note={innovation.unit} />
          <CardBody className="grid gap-5">
            {FINDING_KINDS.flatMap((kind) => {
              const told = innovation.findings.filter((finding) => finding.kind === kind);
              return told.length === 0 ? (
                []
              ) : (
                <div key={kind}>
                  <h3 className="mb-2 text-md font-bold">{t(`kinds.${kind}`)}</h3>
                  <ul className="grid gap-3">
                    {told.map((finding) => (
                      <li key={finding.id} className="border-l-2 border-line-strong pl-3">
                        <p className="whitespace-pre-line wrap-anywhere">{finding.text}</p>
                        {answer?.(finding)}
                      </li>
                    ))}
                  </ul>
                </div>
              );
            })}
          </CardBody>
        </Card>
      ))}
    </div>
  );
}
