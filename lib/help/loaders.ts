import "server-only";
import { cache } from "react";
import { type HelpRole, helpRole } from "@/lib/help/model";
import { requireActor } from "@/lib/session/actor";
import { roleOf } from "@/lib/session/workspace";

/** Whose help is shown: what the address asks for, else the reader's own. */
export const loadHelp = cache(
  async (asked: string | string[] | undefined): Promise<{ role: HelpRole }> => {
    const own = roleOf(await requireActor());
    return { role: helpRole(typeof asked === "string" ? asked : own) };
  },
);
