"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import {
  RadioField,
  ScaleChoice,
  SelectField,
  YesNoField,
} from "@/components/document/choice-fields";
import { useDerived, useValue } from "@/components/document/form-context";
import { NamedGroup } from "@/components/document/named-group";
import { TextArea, TextField } from "@/components/document/text-fields";
import {
  MCNAMARA_KEYS,
  type McnamaraKey,
  SOLUTION_BOUNDS,
  type Solution,
  type SolutionObstacle,
  type SolutionsContext,
  TRANSFER_TYPES,
  type TransferType,
} from "@/lib/solution/model";
import { CauseField } from "./cause-field";
import { KeptFields } from "./selected-fields";

/** Where an alternative stands among those that have a total. */
export type Standing = { total: number; rank: number; count: number };

/** One alternative: what it is, what it takes over from where, and how it weighs. */
export function AlternativeFields({
  path,
  obstacle,
  innovations,
  standing,
  anchor,
}: {
  path: string;
  obstacle: SolutionObstacle;
  innovations: SolutionsContext["innovations"];
  standing: Standing | null;
  /** Id of the section that leads to the scales. */
  anchor: string | undefined;
}) {
  const t = useTranslations("solutionForm");
  const terms = useTranslations("terms");
  return (
    <>
      <TextField path={`${path}.title`} bounds={SOLUTION_BOUNDS.title} />
      <CauseField path={`${path}.causeRef`} obstacle={obstacle} />
      <TextArea path={`${path}.description`} bounds={SOLUTION_BOUNDS.description} rows={4} />
      <TransferFields path={path} innovations={innovations} />
      <YesNoField
        path={`${path}.forHost`}
        yes={t("alternative.forHost")}
        no={t("alternative.forUnit")}
      />
      <div id={anchor} tabIndex={-1} className="border-t border-line pt-4 outline-none">
        <NamedGroup
          path={`${path}.mcnamara`}
          name={terms("field.SOLUTION.groups.alternatives.mcnamara.label")}
          note={standing && <output>{t("sieve.note", standing)}</output>}
        >
          {MCNAMARA_KEYS.map((key) => (
            <SieveScale key={key} path={`${path}.mcnamara.${key}`} name={key} />
          ))}
        </NamedGroup>
      </div>
      <KeptFields path={path} />
    </>
  );
}

/** How the innovation is taken over, from which one, and what is changed on the way. */
function TransferFields({
  path,
  innovations,
}: {
  path: string;
  innovations: SolutionsContext["innovations"];
}) {
  const terms = useTranslations("terms");
  const [type] = useValue<TransferType | null>(`${path}.transferType`);
  const hasAdapted = useDerived(isWritten, `${path}.adaptedWhat`);
  const types = useMemo(
    () =>
      TRANSFER_TYPES.map((value) => ({
        value,
        label: terms(`transferType.${value}`),
        hint: terms(`transferTypeHint.${value}`),
      })),
    [terms],
  );
  const sources = useMemo(
    () => innovations.map(({ id, name }) => ({ value: id, label: name })),
    [innovations],
  );
  const adapts = type === "ADAPT" || type === "MODIFY";
  return (
    <>
      <RadioField path={`${path}.transferType`} options={types} />
      <SelectField
        path={`${path}.sourceInnovationId`}
        hint={null}
        options={sources}
        optional={type === "INSPIRE"}
      />
      {(adapts || hasAdapted) && (
        <TextArea
          path={`${path}.adaptedWhat`}
          hint={null}
          bounds={SOLUTION_BOUNDS.adaptedWhat}
          optional={!adapts}
          rows={2}
        />
      )}
    </>
  );
}

const LEVELS = ["1", "2", "3", "4", "5"] as const;

function SieveScale({ path, name }: { path: string; name: McnamaraKey }) {
  const t = useTranslations("solutionForm.sieve");
  const terms = useTranslations("terms");
  const steps = useMemo(
    () => LEVELS.map((level) => ({ value: Number(level), label: t(`level.${name}.${level}`) })),
    [t, name],
  );
  return (
    <ScaleChoice
      path={path}
      label={terms(`mcnamara.${name}.label`)}
      hint={terms(`mcnamara.${name}.hint`)}
      steps={steps}
    />
  );
}

function isWritten(text: Solution["adaptedWhat"] | undefined): boolean {
  return (text ?? "").trim() !== "";
}
