import Form from "next/form";
import { useTranslations } from "next-intl";
import { useLocalized } from "@/components/revision/mark";
import { ComparisonPair } from "@/components/rubric/comparison-pair";
import { Button, buttonClass } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { SelectField } from "@/components/ui/text-field";
import type { RubricDifference } from "@/lib/rubric/difference";
import {
  type ComparableVersion,
  type ComparedVersion,
  comparePath,
  rubricPath,
  rubricsPath,
} from "@/lib/rubric/model";

/** Chooses two versions of one purpose. A form by address: what is compared can be shared. */
export function ComparisonChoice({
  centerId,
  left,
  right,
  others,
}: {
  centerId: string;
  left: ComparedVersion;
  right: ComparedVersion | null;
  others: ComparableVersion[];
}) {
  const t = useTranslations("rubrics");
  const local = useLocalized();
  const options = others.map(({ versionId, name, number }) => (
    <option key={versionId} value={versionId}>
      {t("page.derivedName", { name: local(name), number })}
    </option>
  ));
  return (
    <Card className="mb-4 print:hidden">
      <CardBody>
        <Form
          action={`${rubricsPath(centerId)}/compare`}
          className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
        >
          <SelectField
            id="left"
            name="left"
            label={t("compare.left")}
            defaultValue={left.versionId}
            key={`left-${left.versionId}`}
          >
            {options}
          </SelectField>
          <SelectField
            id="right"
            name="right"
            label={t("compare.right")}
            defaultValue={right?.versionId ?? ""}
            key={`right-${right?.versionId}`}
          >
            <option value="">{t("compare.choose")}</option>
            {options}
          </SelectField>
          <div className="flex flex-wrap gap-2">
            <Button type="submit">{t("compare.show")}</Button>
            {right && (
              <SoftLink
                href={comparePath(centerId, right.versionId, left.versionId)}
                className={buttonClass("secondary")}
              >
                {t("compare.swap")}
              </SoftLink>
            )}
          </div>
        </Form>
      </CardBody>
    </Card>
  );
}

/** Two versions side by side, criterion by criterion. */
export function RubricComparison({
  centerId,
  left,
  right,
  difference,
}: {
  centerId: string;
  left: ComparedVersion;
  right: ComparedVersion;
  difference: RubricDifference;
}) {
  const t = useTranslations("rubrics");
  const local = useLocalized();
  const { counts, pairs, scaleChanged } = difference;
  const nothing = !scaleChanged && counts.same === pairs.length;
  return (
    <div className="grid gap-4">
      {scaleChanged && (
        <Callout tone="late">
          {t("compare.scaleChanged", {
            left: t(`scale.${left.content.scaleKind}`),
            right: t(`scale.${right.content.scaleKind}`),
          })}
        </Callout>
      )}
      {nothing ? (
        <Callout tone="good">{t("compare.same")}</Callout>
      ) : (
        <p className="text-md text-ink-2">{t("compare.counts", counts)}</p>
      )}
      <Card>
        <div className="grid gap-x-6 gap-y-1 border-b border-line px-4 py-3 sm:grid-cols-2 sm:px-4.5">
          {[left, right].map((side, index) => (
            <SoftLink
              // Both may be the same version.
              key={index === 0 ? "left" : "right"}
              href={rubricPath(centerId, side.rubricId, side.number)}
              className="link font-semibold wrap-anywhere touch:inline-flex touch:min-h-11 touch:items-center"
            >
              {t("page.derivedName", { name: local(side.name), number: side.number })}
            </SoftLink>
          ))}
        </div>
        <ol className="divide-y divide-line">
          {pairs.map((pair) => (
            <ComparisonPair key={pair.code} pair={pair} />
          ))}
        </ol>
      </Card>
    </div>
  );
}
