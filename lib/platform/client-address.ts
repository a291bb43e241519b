import { isIP } from "node:net";

/**
 * The address that a request came from, for counting attempts.
 *
 * Anybody can send `X-Forwarded-For`; each proxy appends the address that it saw. So only the
 * entries of one's own proxies count, which are the last ones: with `trustedProxies` of them before
 * the server, the sender stands that many places left of the connection's own address.
 *
 * An IPv6 subscriber has a network of 2^64 addresses, which counts as one.
 *
 * @param connected the other end of the connection
 * @param forwarded the header `X-Forwarded-For`
 */
export function clientAddress(
  connected: string | undefined,
  forwarded: string | string[] | undefined,
  trustedProxies: number,
): string {
  const header = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
  const seen = trustedProxies > 0 && header ? header.split(",") : [];
  const path = [...seen, connected ?? ""];
  return normalized(path[Math.max(0, path.length - 1 - trustedProxies)] ?? "");
}

function normalized(text: string): string {
  const address = withoutPort(text.trim()).replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIP(address) === 4) return address;
  if (isIP(address) === 6) return `${expanded(address).slice(0, 4).join(":")}::/64`;
  return "unknown";
}

/** Some proxies write the port too: `192.0.2.1:5000`, `[2001:db8::1]:5000`. */
function withoutPort(text: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1");
}

/** The eight groups of an IPv6 address, as short as they can be written. */
function expanded(address: string): string[] {
  const [head = "", tail] = address.replace(/%.*$/, "").toLowerCase().split("::");
  const groups = (text: string) =>
    text === "" ? [] : text.split(":").map((group) => group.replace(/^0+(?=.)/, ""));
  const left = groups(head);
  const right = groups(tail ?? "");
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(Math.max(0, zeros)).fill("0"), ...right];
}
