"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { StaffForm } from "@/components/center/staff-form";
import { Button } from "@/components/ui/button";
import { PlusIcon } from "@/components/ui/icons";
import { SelectField } from "@/components/ui/text-field";
import { addStaffAction } from "@/lib/center/actions";
import { STAFF_ROLES } from "@/lib/center/model";

export function AddStaff({ centerId }: { centerId: string }) {
  const t = useTranslations("admin");
  const locale = useLocale();
  const roleId = useId();
  return (
    <StaffForm
      open={(show) => (
        <Button variant="secondary" size="sm" icon={<PlusIcon />} onClick={show}>
          {t("addStaff")}
        </Button>
      )}
      title={t("addStaff")}
      fields={[
        { name: "staffName", label: t("person") },
        { name: "staffEmail", label: t("email"), type: "email" },
      ]}
      send={({ commandId, staffName = "", staffEmail = "", role = "" }) =>
        addStaffAction({
          commandId,
          centerId,
          staffName,
          staffEmail,
          role: STAFF_ROLES.find((known) => known === role) ?? "VIEWER",
          locale,
        })
      }
      done={t("staffAdded")}
    >
      <SelectField id={roleId} name="role" label={t("role")} defaultValue="ORGANIZER">
        {STAFF_ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`roles.${role}`)}
          </option>
        ))}
      </SelectField>
    </StaffForm>
  );
}
