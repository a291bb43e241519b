"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { createCohortAction } from "@/lib/cohort/actions";
import { type CohortStart, cohortPath } from "@/lib/cohort/model";
import { CohortForm } from "./cohort-form";

/** Makes a cohort, and leads to where it is set up further. */
export function NewCohortForm({ start }: { start: CohortStart }) {
  const t = useTranslations("cohortSetup");
  const router = useRouter();
  const { run, pending } = useCommand(createCohortAction);
  const [made, setMade] = useState(false);
  const { copy, center } = start;
  return (
    <CohortForm
      initial={start.setup}
      options={start.options}
      guided
      submitLabel={t("create")}
      pending={pending || made}
      cancel={
        <Button variant="secondary" href="/cohorts">
          {t("cancel")}
        </Button>
      }
      note={copy ? t("copyOf", { name: copy.name }) : undefined}
      send={async (setup) => {
        const result = await run({
          centerId: center.id,
          copy: copy && { cohortId: copy.cohortId, groups: copy.groups, agenda: copy.agenda },
          ...setup,
        });
        if (result.ok) {
          setMade(true);
          toast(t("created", { name: setup.name }), { tone: "good", along: true });
          router.push(cohortPath(result.value.cohortId, "setup"));
        }
        return result;
      }}
    />
  );
}
