"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { officePath, STAFF_ROLES } from "@/lib/center/model";
import { changeRoleAction, removeStaffAction } from "@/lib/staff/actions";
import { useStaffCommand } from "./use-staff-command";

/** What a member of staff may do, and the end of it. */
export function RoleCard({
  centerId,
  personId,
  name,
  role,
}: {
  centerId: string;
  personId: string;
  name: string;
  role: (typeof STAFF_ROLES)[number];
}) {
  const t = useTranslations("staff");
  const router = useRouter();
  const change = useStaffCommand(changeRoleAction);
  const remove = useStaffCommand(removeStaffAction);
  const [chosen, setChosen] = useState(role);
  const [asking, setAsking] = useState(false);

  const save = async () => {
    if (await change.run({ centerId, personId, role: chosen })) {
      toast(t("roleChanged"), { tone: "good" });
    }
  };
  const end = async () => {
    const done = await remove.run({ centerId, personId });
    setAsking(false);
    if (!done) return;
    toast(t("removed", { name }), { tone: "good", along: true });
    // Who is in no cohort is known here no longer.
    router.push(officePath(centerId, "people"));
  };

  return (
    <Card as="section" aria-labelledby="role-title">
      <CardHeader id="role-title" title={t("staffCard")} />
      <CardBody className="grid gap-3">
        <ChoiceGroup
          id="role"
          name="role"
          type="radio"
          label={t("role")}
          values={[chosen]}
          onValues={([value]) => setChosen(STAFF_ROLES.find((known) => known === value) ?? chosen)}
          options={STAFF_ROLES.map((value) => ({
            value,
            label: t(`roles.${value}`),
            hint: t(`roleHints.${value}`),
          }))}
        />
        <div className="flex flex-wrap gap-2">
          <Button
            variant="secondary"
            disabled={chosen === role}
            pending={change.pending}
            onClick={save}
          >
            {t("changeRole")}
          </Button>
          <Button variant="danger" onClick={() => setAsking(true)}>
            {t("remove")}
          </Button>
        </div>
      </CardBody>
      <Dialog
        open={asking}
        busy={remove.pending}
        onClose={() => setAsking(false)}
        title={t("removeTitle", { name })}
        description={t("removeBody")}
        footer={
          <>
            <Button variant="secondary" onClick={() => setAsking(false)} disabled={remove.pending}>
              {t("cancel")}
            </Button>
            <Button variant="danger" onClick={end} pending={remove.pending}>
              {t("remove")}
            </Button>
          </>
        }
      />
    </Card>
  );
}
