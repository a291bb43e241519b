"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { SelectField } from "@/components/document/choice-fields";
import { useForm } from "@/components/document/form-context";
import { ItemList } from "@/components/document/item-list";
import { TextField } from "@/components/document/text-fields";
import type { StageFormDto } from "@/lib/assignment/model";
import { PLAN_BOUNDS, TEAM_ROLES, type TeamMember } from "@/lib/plan/model";

/** Who carries the plan out. */
export function TeamFields({ dto }: { dto: StageFormDto<"PLAN"> }) {
  const t = useTranslations("planForm.team");
  const terms = useTranslations("terms");
  const { store } = useForm();
  const roles = useMemo(
    () => TEAM_ROLES.map((value) => ({ value, label: terms(`teamRole.${value}`) })),
    [terms],
  );
  // The author leads: so it is in nearly every plan, and it can be changed.
  const create = (id: string): TeamMember =>
    (store.get("team") as TeamMember[]).length === 0
      ? { id, role: "LEADER", name: dto.context.participant.fullName }
      : { id, role: null, name: "" };
  return (
    <ItemList
      path="team"
      bounds={PLAN_BOUNDS.team}
      create={create}
      add={t("add")}
      name={(position) => t("item", { position })}
      first="name"
      ordered={false}
    >
      {(path) => (
        <div className="grid gap-3.5 sm:grid-cols-[minmax(0,1fr)_14rem]">
          <TextField path={`${path}.name`} bounds={PLAN_BOUNDS.teamName} />
          <SelectField path={`${path}.role`} options={roles} />
        </div>
      )}
    </ItemList>
  );
}
