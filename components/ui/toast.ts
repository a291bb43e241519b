export type ToastMessage = {
  id: number;
  text: string;
  tone: "neutral" | "good" | "late";
  action?: { label: string; run: () => void };
};

let messages: readonly ToastMessage[] = [];
let next = 1;
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
 * field or a form stands there instead. With `action` it offers the way back: undo.
 */
export function toast(
  text: string,
  { tone = "neutral", action }: Partial<Pick<ToastMessage, "tone" | "action">> = {},
): number {
  const id = next++;
  // Three at a time: more than that, nobody reads.
  publish([...messages.slice(-2), { id, text, tone, action }]);
  return id;
}

/** Takes a message away. */
export function dismissToast(id: number) {
  publish(messages.filter((message) => message.id !== id));
}
