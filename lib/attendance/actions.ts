"use server";

import { revalidatePath } from "next/cache";
import { attendByCode, attendByTicket, markAttendance } from "@/lib/attendance/mutations";
import {
  attendByCodeSchema,
  attendByTicketSchema,
  markAttendanceSchema,
} from "@/lib/attendance/schema";
import { defineAction } from "@/lib/session/action";

/** A participant who scanned the projector, and confirms. */
export const attendByTicketAction = defineAction(
  attendByTicketSchema,
  async ({ ctx, actor, input }) => {
    const result = await attendByTicket(ctx, actor, input);
    if (result.ok) revalidatePath("/", "layout");
    return result;
  },
);

/** A participant who typed the code of the day. */
export const attendByCodeAction = defineAction(
  attendByCodeSchema,
  async ({ ctx, actor, input }) => {
    const result = await attendByCode(ctx, actor, input);
    if (result.ok) revalidatePath("/", "layout");
    return result;
  },
);

/** An organiser or a facilitator who marks somebody. */
export const markAttendanceAction = defineAction(
  markAttendanceSchema,
  async ({ ctx, actor, input }) => {
    const result = await markAttendance(ctx, actor, input);
    if (result.ok) revalidatePath("/", "layout");
    return result;
  },
);
