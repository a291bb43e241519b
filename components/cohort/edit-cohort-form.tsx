"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/review/use-command";
import { toast } from "@/components/ui/toast";
import { updateCohortAction } from "@/lib/cohort/actions";
import type { CohortSetup } from "@/lib/cohort/fields";
import type { SetupOptions } from "@/lib/cohort/model";
import { CohortForm } from "./cohort-form";

/** Changes what is chosen for a cohort, based on the version that is seen. */
export function EditCohortForm({
  cohortId,
  version,
  setup,
  options,
  readOnly,
}: {
  cohortId: string;
  version: number;
  setup: CohortSetup;
  options: SetupOptions;
  readOnly: boolean;
}) {
  const t = useTranslations("cohortSetup");
  const { run, pending } = useCommand(updateCohortAction);
  const [basedOn, setBasedOn] = useState(version);
  return (
    <CohortForm
      initial={setup}
      options={options}
      readOnly={readOnly}
      submitLabel={t("save")}
      pending={pending}
      send={async (changed) => {
        const result = await run({ cohortId, basedOn, ...changed });
        if (result.ok) {
          setBasedOn(result.value.version);
          toast(t("saved"), { tone: "good" });
        }
        return result;
      }}
    />
  );
}
