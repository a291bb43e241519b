import "server-only";
import type { z } from "zod";
import { type ApiRefusal, jsonResponse, refuseApi } from "@/lib/api/answer";
import { personTopic, sessionTopic } from "@/lib/live/model";
import type { AuthorizedStream } from "@/lib/live/policy";
import type { pollAnswerSchema, StreamQuery } from "@/lib/live/schema";
import { findActor } from "@/lib/person/data";
import type { Actor } from "@/lib/platform/actor";
import { type Changes, changes } from "@/lib/platform/changes";
import type { Context } from "@/lib/platform/context";
import { processWide } from "@/lib/platform/process-wide";
import { reportError } from "@/lib/platform/report";
import { currentSession, type Session } from "@/lib/session/actor";

/** Streams that one person, and all together, may keep open in one process. */
export const STREAMS_EACH = 6;
export const STREAMS = 500;
/** How often a silent stream says that it is there, in milliseconds; proxies end what says nothing for a minute. */
const HEARTBEAT = 20_000;
/** Of so many heartbeats one asks anew whether the person may still follow. */
const BEATS_A_CHECK = 3;
/** After how long a stream ends, to be opened anew with all that is asked then, in milliseconds. */
const LONGEST = 10 * 60_000;
/** After how long a browser opens a stream anew that has ended, in milliseconds. */
const RETRY = 3_000;
/** How many messages may wait for a browser that does not read. */
const UNREAD = 32;

/** What is open in this process. */
interface Open {
  ends: Set<() => void>;
  byPerson: Map<string, number>;
  closing: boolean;
}

function open(): Open {
  return processWide("streams", () => {
    const streams: Open = { ends: new Set(), byPerson: new Map(), closing: false };
    // The server waits for what it has begun to answer, and a stream has no end of its own.
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        streams.closing = true;
        endStreams();
      });
    }
    return streams;
  });
}

/** Ends all streams of this process. */
export function endStreams(): void {
  for (const end of [...open().ends]) end();
}

/** How many are open in this process. */
export function openStreams(): number {
  return open().ends.size;
}

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // Compressing would hold back what is to arrive now; `no-transform` keeps everybody from it.
  "Cache-Control": "private, no-cache, no-store, no-transform",
  // nginx would collect it.
  "X-Accel-Buffering": "no",
  Vary: "Cookie",
  // The connection ends with the stream, so that a server that stops need not wait for it.
  Connection: "close",
};

export interface Follower {
  ctx: Context;
  changes: Changes;
  session: Session;
  followed: AuthorizedStream;
  /** What the person may follow now, of the same; null where no longer. */
  authorize: (actor: Actor) => AuthorizedStream | null;
  /** When the page was read, in milliseconds. */
  since: number;
  /** Aborted when the browser is gone. */
  signal?: AbortSignal;
}

/**
 * Answers a request for changes: with a stream of server-sent events, or at once where that was asked.
 *
 * @param authorize what the person may follow; asked again while the stream is open
 */
export async function answerLive(
  request: Request,
  { ctx, actor, query }: { ctx: Context; actor: Actor; query: StreamQuery },
  authorize: (actor: Actor) => AuthorizedStream | null,
): Promise<Response | ApiRefusal> {
  const followed = authorize(actor);
  if (!followed) return refuseApi("not_found");
  const heard = changes();
  const now = Date.now();
  // Browsers that open a stream anew say what they heard last.
  const last = Number(request.headers.get("last-event-id") ?? 0);
  const since = Math.min(
    now,
    Number.isSafeInteger(last) ? Math.max(query.since, last) : query.since,
  );
  if (query.poll) {
    const changed = heard?.changedSince(followed.topics, since) ?? true;
    const answer: z.input<typeof pollAnswerSchema> = { ok: true, changed, at: now };
    return jsonResponse(answer);
  }
  // Of a stream that nobody reads nothing would be the end.
  if (request.method === "HEAD") return new Response(null, { headers: HEADERS });
  const session = await currentSession();
  if (!session) return refuseApi("signed_out");
  if (!heard?.listening) return refuseApi("unavailable");
  return openStream({
    ctx,
    changes: heard,
    session,
    followed,
    authorize,
    since,
    signal: request.signal,
  });
}

/**
 * A stream of `changed` events, each without any content: the page reads for itself what it may see.
 * It ends when the session does, when the person may no longer follow, and in any case after a while.
 * Refused where the person, or this process, has too many open.
 */
export function openStream(follower: Follower): Response | ApiRefusal {
  const streams = open();
  const { personId } = follower.session;
  const own = streams.byPerson.get(personId) ?? 0;
  if (streams.closing || streams.ends.size >= STREAMS) return refuseApi("unavailable");
  if (own >= STREAMS_EACH) {
    return refuseApi("rate_limited", { details: { retryAfterSeconds: 30 } });
  }
  streams.byPerson.set(personId, own + 1);
  let end = () => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const stop = follow(follower, controller, () => end());
        end = () => {
          if (!streams.ends.delete(end)) return;
          stop();
          const left = (streams.byPerson.get(personId) ?? 1) - 1;
          if (left > 0) streams.byPerson.set(personId, left);
          else streams.byPerson.delete(personId);
        };
        streams.ends.add(end);
        if (follower.signal?.aborted) end();
        follower.signal?.addEventListener("abort", end, { once: true });
      },
      cancel: () => end(),
    },
    new CountQueuingStrategy({ highWaterMark: 1 }),
  );
  return new Response(body, { headers: HEADERS });
}

/** Writes what happens into a stream. Returns how to stop; `giveUp` ends the stream from within. */
function follow(
  { ctx, changes: heard, session, followed, authorize, since }: Follower,
  controller: ReadableStreamDefaultController<Uint8Array>,
  giveUp: () => void,
): () => void {
  const encoder = new TextEncoder();
  let ended = false;
  const write = (text: string) => {
    if (ended) return;
    // Who does not read for so long opens it anew, and is told then.
    if ((controller.desiredSize ?? 0) < -UNREAD) return giveUp();
    controller.enqueue(encoder.encode(text));
  };
  // The id comes back as `Last-Event-ID`: up to then everything was told.
  const tell = () => write(`id: ${Date.now()}\nevent: changed\ndata:\n\n`);

  const check = async () => {
    const actor = await findActor(ctx.db, session);
    const now = actor && !actor.noticePending ? authorize(actor) : null;
    const same = now?.key === followed.key && now.topics.join() === followed.topics.join();
    // A stream of other things is another stream.
    if (!same) giveUp();
    return same;
  };
  const checked = (then: () => void) => {
    check().then(
      (same) => same && then(),
      (error: unknown) => {
        // Who may cannot be known now; the browser asks again.
        reportError(error);
        giveUp();
      },
    );
  };

  let beats = 0;
  const beat = () => {
    beats += 1;
    if (Date.now() >= endsAt) return giveUp();
    // Nothing is heard now: what the page shows may be old, and it should say so.
    write(heard.listening ? `id: ${Date.now()}\n\n` : "event: away\ndata:\n\n");
    if (beats % BEATS_A_CHECK === 0) checked(() => {});
  };
  // Not all at the same moment.
  const endsAt = Math.min(session.endsAt, Date.now() + LONGEST * (0.9 + Math.random() / 5));
  const timers = [
    setInterval(beat, HEARTBEAT),
    setTimeout(giveUp, Math.max(0, endsAt - Date.now())),
  ];
  const alone = (topic: string) => ({ key: topic, topics: [topic] });
  const leave = [
    heard.follow(followed, tell),
    // What was missed is told above; who may hear of it is asked anew all the same.
    heard.follow(alone(personTopic(session.personId)), (missed) =>
      checked(missed ? () => {} : tell),
    ),
    // Which browser it was only its cookie says: each opens its streams anew, or no longer can.
    heard.follow(alone(sessionTopic(session.personId)), (missed) => {
      if (!missed) giveUp();
    }),
  ];
  write(`retry: ${RETRY}\n\n`);
  if (heard.changedSince(followed.topics, since)) tell();

  return () => {
    ended = true;
    for (const timer of timers) clearTimeout(timer);
    for (const each of leave) each();
    try {
      controller.close();
    } catch {
      // The browser has closed it already.
    }
  };
}
