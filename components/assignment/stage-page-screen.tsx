import type { AnyStageForm } from "@/lib/assignment/model";
import { Messages } from "@/lib/i18n/messages-scope";
import { FormMessages } from "./form-messages";
import { StageFormScreen } from "./stage-form-screen";
import { StageFrame } from "./stage-frame";
import { StageReadScreen } from "./stage-read-screen";

/** One stage of an assignment: its form while it is written, its contents otherwise. */
export function StagePageScreen({ dto }: { dto: AnyStageForm }) {
  return (
    <StageFrame dto={dto}>
      {dto.can.save ? (
        <FormMessages stage={dto.stage}>
          <StageFormScreen dto={dto} />
        </FormMessages>
      ) : (
        <Messages namespaces={["unsent", "withdrawal", "terms", "stage", "refusals", "unread"]}>
          <StageReadScreen dto={dto} />
        </Messages>
      )}
    </StageFrame>
  );
}
