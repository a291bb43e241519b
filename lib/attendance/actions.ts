"use server";

import { revalidatePath } from "next/cache";
import { attendByTicket, markAttendance } from "@/lib/attendance/mutations";
import { attendByTicketSchema, markAttendanceSchema } from "@/lib/attendance/schema";
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

/** An organiser or a facilitator who marks somebody. */
export const markAttendanceAction = defineAction(
  markAttendanceSchema,
  async ({ ctx, actor, input }) => {
    const result = await markAttendance(ctx, actor, input);
    if (result.ok) revalidatePath("/", "layout");
    return result;
  },
);
