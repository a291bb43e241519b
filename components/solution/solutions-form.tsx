"use client";

import { useDerived, useField } from "@/components/document/form-context";
import { StageForm } from "@/components/document/stage-form";
import { FieldFoot } from "@/components/ui/field";
import type { StageFormDto } from "@/lib/assignment/model";
import type { Solutions } from "@/lib/solution/model";
import { solutionsDefinition } from "@/lib/solution/schema";
import { ChoiceOverview } from "./choice-overview";
import { GoneGroup } from "./gone-group";
import { MissingGroup } from "./missing-group";
import { ObstacleGroup } from "./obstacle-group";

/** Stage 3: for each prioritised obstacle alternatives, weighed, and one of them chosen. */
export function SolutionsForm({ dto }: { dto: StageFormDto<"SOLUTION"> }) {
  return (
    <StageForm
      dto={dto}
      definition={solutionsDefinition}
      aside={<ChoiceOverview obstacles={dto.context.obstacles} />}
    >
      <Fields dto={dto} />
    </StageForm>
  );
}

function Fields({ dto }: { dto: StageFormDto<"SOLUTION"> }) {
  const { obstacles } = dto.context;
  const wiring = useField("groups");
  const groups = useDerived(obstacleIds, "groups");
  const known = groups.map((id) => obstacles.find((obstacle) => obstacle.id === id));
  return (
    <div id="groups" tabIndex={-1} className="grid min-w-0 gap-5 outline-none">
      <FieldFoot id="groups" error={wiring.error} />
      {groups.map((id, index) => {
        const obstacle = known[index];
        const path = `groups.${index}`;
        return obstacle ? (
          <ObstacleGroup
            key={id}
            path={path}
            obstacle={obstacle}
            dto={dto}
            // The sections cut across the groups: their anchors stand in the first.
            anchors={known.indexOf(obstacle) === known.findIndex(Boolean)}
          />
        ) : (
          <GoneGroup key={id} path={path} obstacles={obstacles} />
        );
      })}
      {obstacles
        .filter(({ id }) => !groups.includes(id))
        .map((obstacle) => (
          <MissingGroup key={obstacle.id} obstacle={obstacle} dto={dto} />
        ))}
    </div>
  );
}

function obstacleIds(groups: Solutions["groups"] | undefined): string[] {
  return (groups ?? []).map(({ obstacleId }) => obstacleId);
}
