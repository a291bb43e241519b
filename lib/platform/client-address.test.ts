import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address";

describe("clientAddress", () => {
  it("believes no header when no proxy stands before the server", () => {
    expect(clientAddress("192.0.2.9", "198.51.100.1", 0)).toBe("192.0.2.9");
    expect(clientAddress("192.0.2.9", undefined, 0)).toBe("192.0.2.9");
  });

  it("counts from the right, so that what the sender wrote itself is left aside", () => {
    const forged = "203.0.113.1, 203.0.113.2, 198.51.100.7";
    expect(clientAddress("127.0.0.1", forged, 1)).toBe("198.51.100.7");
    expect(clientAddress("127.0.0.1", `${forged}, 10.0.0.2`, 2)).toBe("198.51.100.7");
    expect(clientAddress("127.0.0.1", ["203.0.113.1", "198.51.100.7"], 1)).toBe("198.51.100.7");
  });

  it("takes the farthest that there is when there are fewer than told", () => {
    expect(clientAddress("127.0.0.1", "198.51.100.7", 3)).toBe("198.51.100.7");
    expect(clientAddress("192.0.2.9", undefined, 2)).toBe("192.0.2.9");
    expect(clientAddress("192.0.2.9", "", 1)).toBe("192.0.2.9");
  });

  it("takes ports and mapped addresses off", () => {
    expect(clientAddress("::ffff:192.0.2.9", undefined, 0)).toBe("192.0.2.9");
    expect(clientAddress("::1", "192.0.2.9:51000", 1)).toBe("192.0.2.9");
    expect(clientAddress("::1", "[2001:db8:1:2:3:4:5:6]:51000", 1)).toBe("2001:db8:1:2::/64");
  });

  it("counts an IPv6 network as one, however it is written", () => {
    const one = clientAddress("2001:db8::1", undefined, 0);
    expect(one).toBe("2001:db8:0:0::/64");
    expect(clientAddress("2001:0DB8:0:0:ffff::2", undefined, 0)).toBe(one);
    expect(clientAddress("2001:db8:0:1::1", undefined, 0)).not.toBe(one);
    expect(clientAddress("fe80::1%eth0", undefined, 0)).toBe("fe80:0:0:0::/64");
  });

  it.each(["unknown", "<script>", "a".repeat(10_000), "999.1.1.1", ""])(
    "makes one address of everything that is none: %j",
    (text) => {
      expect(clientAddress("127.0.0.1", `198.51.100.7,${text}`, 1)).toBe("unknown");
    },
  );
});
