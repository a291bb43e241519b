import "server-only";
import { cache } from "react";
import { type HelpRole, helpRole } from "@/lib/help/model";
import { requireActor } from "@/lib/session/actor";
import { roleOf, roomsOf, type WorkspaceRoom } from "@/lib/session/workspace";

/** Whose help is shown: what the address asks for, else the reader's own; and the reader's rooms. */
export const loadHelp = cache(
  async (
    asked: string | string[] | undefined,
  ): Promise<{ role: HelpRole; rooms: WorkspaceRoom[] }> => {
    const actor = await requireActor();
    return {
      role: helpRole(typeof asked === "string" ? asked : roleOf(actor)),
      rooms: roomsOf(actor),
    };
  },
);
