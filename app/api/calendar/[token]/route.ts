import { calendarOwner, listOwnAgendas } from "@/lib/agenda/data";
import { calendarOf } from "@/lib/api/agenda";
import { refusalResponse, refuseApi, refuseFailure } from "@/lib/api/answer";
import { appContext } from "@/lib/platform/context";

/**
 * A person's own agendas for a calendar that subscribed. Programs that read calendars bring no
 * session: the address itself is the key, until the person changes the password.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  try {
    const { db } = appContext();
    const actor = await calendarOwner(db, (await params).token);
    if (!actor) return refusalResponse(refuseApi("not_found"));
    const { text } = await calendarOf(await listOwnAgendas(db, actor));
    return new Response(text, {
      headers: {
        "Content-Type": "text/calendar; charset=utf-8",
        "Cache-Control": "private, no-cache",
      },
    });
  } catch (error) {
    return refusalResponse(refuseFailure(error));
  }
}
