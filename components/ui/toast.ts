export type ToastMessage = {
  id: number;
  text: string;
  tone: "neutral" | "good" | "late";
  action?: { label: string; run: () => void };
  /** Said on the way to another page: it is read there, and leaves with that one. */
  along: boolean;
};

let messages: readonly ToastMessage[] = [];
let next = 1;
/** How many parts of the page ask for silence. */
let silent = 0;
const listeners = new Set<() => void>();

function publish(value: readonly ToastMessage[]) {
  messages = value;
  for (const listener of listeners) listener();
}

/** The messages in sight, as an external store for React. */
export const toasts = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  now: () => messages,
};

/**
 * Says that something happened that is not to be seen where the reader looks. What belongs to a
 * field or a form stands there instead. With `action` it offers the way back: undo. It leaves with
 * the page, unless it comes `along` to the next.
 */
export function toast(
  text: string,
  {
    tone = "neutral",
    action,
    along = false,
  }: Partial<Pick<ToastMessage, "tone" | "action" | "along">> = {},
): number {
  const id = next++;
  if (silent > 0) return id;
  // Three at a time: more than that, nobody reads.
  publish([...messages.slice(-2), { id, text, tone, action, along }]);
  return id;
}

/** Takes a message away. */
export function dismissToast(id: number) {
  publish(messages.filter((message) => message.id !== id));
}

/** Another page has come: what was said on the one before leaves with it. */
export function turnPage() {
  publish(messages.filter(({ along }) => along).map((message) => ({ ...message, along: false })));
}

/** Nothing is said while a page is shown to a whole room. Returns how to end it. */
export function silence(): () => void {
  silent += 1;
  publish([]);
  return () => {
    silent -= 1;
  };
}
