/**
 * Whether links load ahead what they lead to, as soon as they are in sight. A page that is read anew again and
 * again would have all of its links loaded again each time: while there is one, links load ahead what somebody
 * points at, and nothing else.
 */

let resting = 0;
const listeners = new Set<() => void>();

function change(by: 1 | -1) {
  resting += by;
  for (const listener of listeners) listener();
}

/** Lets links rest until what it returns is called. */
export function restLinks(): () => void {
  change(1);
  let over = false;
  return () => {
    if (!over) change(-1);
    over = true;
  };
}

/** Whether they rest, as an external store for React. */
export const linksRest = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  now: () => resting > 0,
  onServer: () => false,
};
