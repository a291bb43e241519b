import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterTexts } from "@/lib/finding/clustering";

const cluster = (texts: string[]) => clusterTexts(texts, (text) => text);

describe("clusters of texts", () => {
  it("are none of nothing", () => {
    expect(cluster([])).toEqual([]);
  });

  it("hold what differs only in case, marks and spaces", () => {
    const texts = [
      "Petugas sering berganti.",
      "petugas  sering berganti",
      "PETUGAS, sering berganti",
    ];
    const [one, ...rest] = cluster(texts);
    expect(rest).toEqual([]);
    expect(one?.items).toHaveLength(3);
    expect(texts).toContain(one?.label);
  });

  it("hold what shares at least half of its words, and nothing that shares fewer", () => {
    // petugas, berganti, mutasi, pelatihan: two of four in both.
    expect(
      cluster(["Petugas berganti karena mutasi", "Petugas berganti, belum pelatihan"]),
    ).toHaveLength(1);
    // One of four.
    expect(cluster(["Petugas berganti karena mutasi", "Anggaran untuk petugas"])).toHaveLength(2);
  });

  it("are named by the text that was written most often", () => {
    const [one] = cluster([
      "Petugas berganti karena mutasi jabatan",
      "Petugas berganti karena mutasi",
      "Petugas berganti karena mutasi",
    ]);
    expect(one).toMatchObject({ label: "Petugas berganti karena mutasi" });
    expect(one?.items).toHaveLength(3);
  });

  it("tell texts of common words alone apart", () => {
    expect(cluster(["Belum ada", "Tidak ada"])).toHaveLength(2);
  });

  const word = fc.constantFrom(
    "petugas",
    "berganti",
    "mutasi",
    "anggaran",
    "terbatas",
    "jaringan",
    "belum",
    "data",
    "di",
  );
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));

  it("hold every text once, in whatever order they come, the largest first", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), (texts) => {
        const found = cluster(texts);
        expect(found.flatMap(({ items }) => items).toSorted()).toEqual(texts.toSorted());
        const sizes = found.map(({ items }) => items.length);
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        const shape = (clusters: typeof found) =>
          clusters.map(({ label, items }) => [label, items.toSorted()]);
        expect(shape(cluster(texts.toReversed()))).toEqual(shape(found));
        expect(found.every(({ label, items }) => items.includes(label))).toBe(true);
        // The same text is never in two of them.
        const homes = found.flatMap(({ items }) => [...new Set(items)]);
        expect(new Set(homes).size).toBe(homes.length);
      }),
    );
  });
});
