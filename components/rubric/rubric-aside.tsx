import { useTranslations } from "next-intl";
import { useLocalized } from "@/components/revision/mark";
import { VersionBadge } from "@/components/rubric/version-badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { useFormat } from "@/lib/i18n/use-format";
import { type RubricDetail, rubricPath, type VersionRow } from "@/lib/rubric/model";

/** Beside a rubric: its versions, and who uses the one that is shown. */
export function RubricAside({ centerId, rubric }: { centerId: string; rubric: RubricDetail }) {
  const t = useTranslations("rubrics.page");
  return (
    <>
      <Card as="section" aria-labelledby="versions-title">
        <CardHeader id="versions-title" title={t("versions")} note={rubric.versions.length} />
        <ul className="divide-y divide-line">
          {rubric.versions.map((version) => (
            <VersionItem key={version.id} {...{ centerId, rubric, version }} />
          ))}
        </ul>
      </Card>
      {rubric.purpose !== "CLASSIFICATION" && rubric.purpose !== "GATE" && (
        <Card as="section" aria-labelledby="uses-title">
          <CardHeader id="uses-title" title={t("uses")} note={rubric.usesTotal} />
          <CardBody className="grid gap-1.5 text-md">
            {rubric.uses.map(({ cohortId, name }) => (
              <SoftLink
                key={cohortId}
                href={`/cohorts/${cohortId}`}
                className="link wrap-anywhere touch:grid touch:min-h-11 touch:items-center"
              >
                {name}
              </SoftLink>
            ))}
            {rubric.usesTotal > rubric.uses.length && (
              <p className="text-sm text-ink-3">
                {t("moreUses", { count: rubric.usesTotal - rubric.uses.length })}
              </p>
            )}
            {rubric.usesTotal === 0 && <p className="text-ink-3">{t("unused")}</p>}
          </CardBody>
        </Card>
      )}
    </>
  );
}

function VersionItem({
  centerId,
  rubric,
  version,
}: {
  centerId: string;
  rubric: RubricDetail;
  version: VersionRow;
}) {
  const t = useTranslations("rubrics");
  const local = useLocalized();
  const format = useFormat();
  const current = version.id === rubric.shown.id;
  const from = version.derivedFrom;
  return (
    <li className="grid gap-0.5 px-4 py-2.5 sm:px-4.5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <SoftLink
          href={rubricPath(centerId, rubric.id, version.number)}
          aria-current={current ? "page" : undefined}
          className={
            current
              ? "font-bold touch:inline-flex touch:min-h-11 touch:items-center"
              : "link touch:inline-flex touch:min-h-11 touch:items-center"
          }
        >
          {t("versionOf", { number: version.number })}
        </SoftLink>
        <VersionBadge state={version.state} />
      </div>
      <p className="text-sm text-ink-3">
        {version.frozenAt
          ? t("page.frozen", { date: format.date(version.frozenAt) })
          : t("page.created", { date: format.date(version.createdAt) })}
      </p>
      {from && (
        <p className="text-sm text-ink-3 wrap-anywhere">
          {t("page.derivedFrom")}{" "}
          <SoftLink href={rubricPath(centerId, from.rubricId, from.number)} className="link">
            {t("page.derivedName", { name: local(from.name), number: from.number })}
          </SoftLink>
        </p>
      )}
    </li>
  );
}
