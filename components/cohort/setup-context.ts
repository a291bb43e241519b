"use client";

import { createContext, useContext } from "react";
import type { CohortSetup } from "@/lib/cohort/fields";
import type { SetupOptions } from "@/lib/cohort/model";

/** What the parts of a cohort's form share. */
export interface SetupForm {
  setup: CohortSetup;
  options: SetupOptions;
  /** What is wrong at a path of the set-up, in words. */
  errorOf: (path: string) => string | undefined;
  /** Changes some fields; what is wrong at `path` (and below) is not blamed while it is mended. */
  change: (change: Partial<CohortSetup>, path: string) => void;
}

export const SetupContext = createContext<SetupForm | null>(null);

export function useSetup(): SetupForm {
  const form = useContext(SetupContext);
  if (!form) throw new Error("outside a cohort's form");
  return form;
}

/** The id of the control at a path; an error summary leads there. */
export function setupFieldId(path: string): string {
  const due = /^dueDates\.(\w+)$/.exec(path);
  // The fields of due dates are those of the desk of assigning.
  return due ? `assign-dueAt.${due[1]}` : `cohort-${path}`;
}
