import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { GroupDto } from "@/lib/assignment/model";

/** The names of the own group; nothing else of them is the participant's business. */
export function GroupCard({ group, cohort }: { group: GroupDto; cohort?: string }) {
  const t = useTranslations("tasks.group");
  return (
    <Card as="section">
      <CardHeader title={group.name} note={cohort ?? t("count", { count: group.members.length })} />
      <CardBody>
        <ul className="grid gap-1.5 text-md">
          {group.members.map((member) => (
            <li key={member.name} className="flex items-baseline justify-between gap-3">
              <span className={member.isSelf ? "font-semibold wrap-anywhere" : "wrap-anywhere"}>
                {member.name}
              </span>
              {(member.isSelf || member.isLead) && (
                <span className="flex-none text-sm text-ink-3">
                  {member.isSelf ? t("you") : t("lead")}
                </span>
              )}
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
