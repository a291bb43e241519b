/** How a page hears of changes: by a stream, or where none can be kept open by asking now and then. */

/** `on`: within a second or two. `slow`: within `POLL`. `off`: what is shown may be old. */
export type LiveState = "on" | "slow" | "off";

/** Between two questions, in milliseconds. */
export const POLL = 20_000;
/** After so many questions it is tried whether a stream can be kept open again. */
const POLLS_A_TRY = 3;
/** A stream that is opened anew within this time was never away, in milliseconds. */
const PATIENCE = 8_000;
/** Answers after which asking again is of no use: signed out, or no longer allowed. */
const FINAL = [401, 403, 404];

interface Followed {
  /** The address of the stream. */
  href: string;
  /** When what the page shows was read, in milliseconds. */
  since: () => number;
  onChanged: () => void;
  onState: (state: LiveState) => void;
}

/** Follows while the page is looked at, and returns how to end that. */
export function follow({ href, since, onChanged, onState }: Followed): () => void {
  let source: EventSource | undefined;
  let asking: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silent: ReturnType<typeof setTimeout> | undefined;
  let polls = 0;
  // What a poll has told of already need not be told again.
  let told = 0;
  let over = false;

  const address = (more: string) => {
    const instant = Math.max(since(), told);
    return `${href}${href.includes("?") ? "&" : "?"}since=${instant}${more}`;
  };

  const say = (state: LiveState) => {
    clearTimeout(silent);
    silent = undefined;
    onState(state);
  };

  const open = () => {
    polls = 0;
    const stream = new EventSource(address(""));
    source = stream;
    stream.onopen = () => say("on");
    stream.addEventListener("changed", () => {
      say("on");
      onChanged();
    });
    // The server itself hears of nothing now.
    stream.addEventListener("away", () => say("off"));
    stream.onerror = () => {
      // Streams end by themselves now and then, and browsers open them anew.
      silent ??= setTimeout(() => say("off"), PATIENCE);
      if (stream.readyState !== EventSource.CLOSED || source !== stream) return;
      source = undefined;
      void poll();
    };
  };

  const poll = async () => {
    polls += 1;
    const request = new AbortController();
    asking = request;
    try {
      const response = await fetch(address("&poll=1"), {
        cache: "no-store",
        signal: request.signal,
      });
      if (FINAL.includes(response.status)) {
        over = true;
        return say("off");
      }
      if (!response.ok) throw new Error(String(response.status));
      const { changed, at } = (await response.json()) as { changed: boolean; at: number };
      told = at;
      say("slow");
      if (changed) onChanged();
    } catch {
      if (request.signal.aborted) return;
      say("off");
    }
    timer = setTimeout(() => (polls >= POLLS_A_TRY ? open() : void poll()), POLL);
  };

  const pause = () => {
    source?.close();
    source = undefined;
    asking?.abort();
    clearTimeout(timer);
    clearTimeout(silent);
    silent = undefined;
  };

  const onVisible = () => {
    pause();
    // A page that nobody looks at holds none of the few connections that a browser has for a server.
    if (!over && document.visibilityState === "visible") open();
  };
  document.addEventListener("visibilitychange", onVisible);
  onVisible();
  return () => {
    document.removeEventListener("visibilitychange", onVisible);
    pause();
  };
}
