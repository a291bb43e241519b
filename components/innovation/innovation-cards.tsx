import { useTranslations } from "next-intl";
import { Card, CardBody } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { type InnovationCard, innovationPath } from "@/lib/innovation/model";
import { ConfidenceBadge } from "./confidence-badge";

/** The catalogue: a card for each innovation, all of it leading to the profile. */
export function InnovationCards({ rows }: { rows: InnovationCard[] }) {
  const terms = useTranslations("terms");
  return (
    <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {rows.map((row) => (
        <Card key={row.id} as="li" className="relative flex flex-col hover:border-line-strong">
          <CardBody className="flex flex-1 flex-col gap-2">
            <div className="flex items-start justify-between gap-3">
              <h2 className="min-w-0 text-lg leading-snug font-bold wrap-anywhere">
                {/* The link takes the whole card. */}
                <SoftLink href={innovationPath(row.id)} className="after:absolute after:inset-0">
                  {row.code}
                </SoftLink>
              </h2>
              <ConfidenceBadge ofAll confidence={row.confidence} />
            </div>
            <p className="font-semibold wrap-anywhere">{row.name}</p>
            <p className="line-clamp-4 text-md text-ink-2">{row.summary}</p>
            <p className="mt-auto pt-1 text-sm text-ink-3" title={row.owner.name}>
              {/* A line may end with a dot and never begin with one. */}
              {row.owner.shortName}&nbsp;· {row.host}
            </p>
            <p className="text-sm text-ink-3">
              {terms(`innovationForm.${row.form}`)}&nbsp;· {terms(`innovationType.${row.type}`)}
              &nbsp;· {terms(`innovationStage.${row.stage}`)}
            </p>
          </CardBody>
        </Card>
      ))}
    </ul>
  );
}
