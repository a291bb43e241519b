/**
 * The arguments that an ICU message takes, each with its kind: `{"count": "plural", "name": "text",
 * "link": "tag"}`. Used to hold translations to the message they translate.
 *
 * @throws where braces or tags do not match.
 */
export function icuArguments(message: string): Record<string, string> {
  const found: Record<string, string> = {};
  const end = readMessage(message, 0, found);
  if (end !== message.length) throw new Error(`Unmatched } at ${end} in: ${message}`);
  for (const [, close, name] of message.matchAll(/<(\/?)([a-zA-Z]\w*)>/g)) {
    if (!close && name) found[name] = "tag";
  }
  return found;
}

/** Reads text up to the brace that closes it, or to the end. */
function readMessage(text: string, from: number, found: Record<string, string>): number {
  let at = from;
  while (at < text.length && text[at] !== "}") {
    if (text[at] === "'" && "{}'".includes(text[at + 1] ?? " ")) {
      // Quoted: up to the next single apostrophe.
      const close = text.indexOf("'", at + 1);
      at = close === -1 ? text.length : close + 1;
    } else if (text[at] === "{") {
      at = readArgument(text, at + 1, found);
    } else {
      at += 1;
    }
  }
  return at;
}

/** Reads `name}`, `name, kind}`, or `name, kind, key {message} …}`, past its closing brace. */
function readArgument(text: string, from: number, found: Record<string, string>): number {
  const head = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(text.slice(from));
  const name = head?.[1];
  if (!head || !name) throw new Error(`No argument name at ${from} in: ${text}`);
  const kind = head[2] ?? "text";
  found[name] = kind;
  let at = from + head[0].length;
  while (at < text.length && text[at] !== "}") {
    if (text[at] === "{") {
      at = readMessage(text, at + 1, found);
      if (text[at] !== "}") throw new Error(`Unclosed { in: ${text}`);
    }
    at += 1;
  }
  if (text[at] !== "}") throw new Error(`Unclosed { in: ${text}`);
  return at + 1;
}
