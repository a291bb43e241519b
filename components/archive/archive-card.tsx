import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { archivePath } from "@/lib/archive/model";

/** The way to a cohort's archive, for those who may take it. */
export function ArchiveCard({ cohortId }: { cohortId: string }) {
  const t = useTranslations("archive");
  return (
    <Card as="section" aria-labelledby="archive-title">
      <CardHeader id="archive-title" title={t("title")} />
      <CardBody className="grid justify-items-start gap-3">
        <p className="text-ink-2">{t("cardBody")}</p>
        <Button href={archivePath(cohortId)} variant="secondary">
          {t("open")}
        </Button>
      </CardBody>
    </Card>
  );
}
