"use client";

import { useLocale, useTranslations } from "next-intl";
import { StaffForm } from "@/components/center/staff-form";
import { Button } from "@/components/ui/button";
import { PlusIcon } from "@/components/ui/icons";
import { createCenterAction } from "@/lib/center/actions";

export function CreateCenter() {
  const t = useTranslations("admin");
  const locale = useLocale();
  return (
    <StaffForm
      open={(show) => (
        <Button icon={<PlusIcon />} onClick={show}>
          {t("create")}
        </Button>
      )}
      title={t("create")}
      fields={[
        { name: "name", label: t("name") },
        { name: "shortName", label: t("shortName") },
        { name: "staffName", label: t("staffName") },
        { name: "staffEmail", label: t("staffEmail"), type: "email" },
      ]}
      send={({ commandId, name = "", shortName = "", staffName = "", staffEmail = "" }) =>
        createCenterAction({ commandId, name, shortName, staffName, staffEmail, locale })
      }
      done={t("created")}
    />
  );
}
