import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/text-field";

/** Which other facilitator takes over somebody's participants. */
export function SuccessorField({
  person,
  facilitators,
  value,
  error,
  onChange,
}: {
  person: { enrolmentId: string; guides: number };
  facilitators: { enrolmentId: string; name: string }[];
  value: string;
  error: string | undefined;
  onChange: (enrolmentId: string) => void;
}) {
  const t = useTranslations("people.leave");
  return (
    <SelectField
      id="successor"
      name="successorId"
      label={t("successor")}
      hint={t("count", { count: person.guides })}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t("chooseSuccessor")}</option>
      {facilitators
        .filter(({ enrolmentId }) => enrolmentId !== person.enrolmentId)
        .map(({ enrolmentId, name }) => (
          <option key={enrolmentId} value={enrolmentId}>
            {name}
          </option>
        ))}
    </SelectField>
  );
}
