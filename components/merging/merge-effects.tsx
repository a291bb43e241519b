import { useTranslations } from "next-intl";
import type { MergeEnrolment, MergePlan, MergeSide } from "@/lib/merging/model";

/** What merging will do, in sentences. */
export function MergeEffects({
  keep,
  double,
  plan,
}: {
  keep: MergeSide;
  double: MergeSide;
  plan: MergePlan;
}) {
  const t = useTranslations("staff.merge");
  const roles = useTranslations("staff.roles");
  const { name } = keep;
  return (
    <ul className="grid list-disc gap-1.5 pl-5">
      <li>
        {t("moves", { count: plan.moves.length, name })}
        <Enrolments list={plan.moves} />
      </li>
      {plan.ends.length > 0 && (
        <li>
          {t("ends", { count: plan.ends.length, name })}
          <Enrolments list={plan.ends} />
        </li>
      )}
      {plan.takesEmail && <li>{t("takesEmail", { name, email: double.email ?? "" })}</li>}
      {plan.takesIdNumber && <li>{t("takesIdNumber", { name, number: double.idNumber ?? "" })}</li>}
      {plan.staffRole && <li>{t("staffRole", { name, role: roles(plan.staffRole) })}</li>}
      {plan.losesPassword && <li>{t("losesPassword", { name })}</li>}
      {plan.closesAccess && <li className="font-semibold">{t("closesAccess", { name })}</li>}
      <li>{t("history")}</li>
      <li className="font-semibold">{t("sessions")}</li>
    </ul>
  );
}

function Enrolments({ list }: { list: MergeEnrolment[] }) {
  const t = useTranslations("staff.merge");
  const people = useTranslations("people");
  if (list.length === 0) return null;
  return (
    <ul className="list-[circle] pl-5 text-ink-2">
      {list.map((enrolment) => (
        <li key={enrolment.id}>
          {enrolment.cohort} · {people(`roles.${enrolment.role}`)}
          {enrolment.role === "PARTICIPANT"
            ? ` · ${t("tasks", { count: enrolment.assignments })}`
            : ` · ${t("guides", { count: enrolment.guides })}`}
        </li>
      ))}
    </ul>
  );
}
