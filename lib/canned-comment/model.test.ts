import { describe, expect, it } from "vitest";
import { fillIn } from "@/lib/canned-comment/model";

describe("a canned comment", () => {
  it("is filled in with the name and what the field says, in either language", () => {
    const given = { name: "Siti", value: "3 – Baik" };
    expect(fillIn("{nama}, mengapa {isian}?", given)).toBe("Siti, mengapa 3 – Baik?");
    expect(fillIn("{Name}: why {VALUE}?", given)).toBe("Siti: why 3 – Baik?");
    expect(fillIn("Tanpa {apa pun}", given)).toBe("Tanpa {apa pun}");
  });

  it("quotes no more than a line, and leaves the place where there is nothing to quote", () => {
    expect(fillIn("{isian}", { name: "S", value: "é".repeat(200) })).toBe(`${"é".repeat(120)}…`);
    expect(fillIn("{nama}: {isian}", { name: "S", value: null })).toBe("S: {isian}");
    // What was filled in is not looked at again.
    expect(fillIn("{isian}", { name: "S", value: "{nama}" })).toBe("{nama}");
  });
});
