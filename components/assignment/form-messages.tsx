import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { StageKind } from "@/lib/assignment/model";
import type { Namespace } from "@/lib/i18n/messages";
import { MessagesProvider } from "@/lib/i18n/messages-provider";

const SHARED = [
  "form",
  "issues",
  "refusals",
  "stage",
  "unread",
] as const satisfies readonly Namespace[];

const OWN = {
  EVALUATE: ["evaluationForm", "evidence"],
  OBSTACLES: ["obstaclesForm"],
  SOLUTION: ["solutionForm"],
  PLAN: ["planForm"],
} as const satisfies Record<StageKind, readonly Namespace[]>;

/** The words of one stage's form: of the terms only what this stage speaks of. */
export async function FormMessages({ stage, children }: { stage: StageKind; children: ReactNode }) {
  const all = await getMessages();
  const { field, section, ...terms } = all.terms;
  const messages = {
    ...Object.fromEntries([...SHARED, ...OWN[stage]].map((name) => [name, all[name]])),
    terms: { ...terms, field: { [stage]: field[stage] }, section: { [stage]: section[stage] } },
  };
  return <MessagesProvider messages={messages}>{children}</MessagesProvider>;
}
