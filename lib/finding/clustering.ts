/**
 * Puts texts that say nearly the same together, so that a cause that nine people wrote in nine ways is
 * seen as one. Nothing is interpreted: two texts belong together when at least half of all the words that
 * either of them uses are in both. The same texts give the same clusters, in whatever order they come.
 */

export interface Cluster<Item> {
  /** The words of the text that most of them use, as they were written. */
  label: string;
  items: Item[];
}

/** Words that every cause is made of and that tell none apart. */
const COMMON = new Set(
  "adalah agar akan antara atau bagi bahwa banyak belum bisa dalam dapat dari dengan hanya harus juga kami karena kepada kurang lebih masih mereka namun oleh pada para saat sangat sebagai secara sehingga serta setiap sudah telah terhadap tetapi tidak untuk yaitu yang".split(
    " ",
  ),
);

/** Shorter ones are mostly prepositions and pronouns. */
const SHORTEST_WORD = 4;

/**
 * Clusters, the largest first. Each begins with the text that occurs most often among those that belong
 * nowhere yet; every other text joins the cluster whose first text shares most words with it, where at
 * least half are shared.
 */
export function clusterTexts<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): Cluster<Item>[] {
  const alike = new Map<string, { key: string; words: Set<string>; items: Item[] }>();
  for (const item of items) {
    const key = keyOf(textOf(item));
    const same = alike.get(key);
    if (same) same.items.push(item);
    else alike.set(key, { key, words: wordsOf(key), items: [item] });
  }
  const texts = [...alike.values()].sort(
    (a, b) => b.items.length - a.items.length || compare(a.key, b.key),
  );
  const clusters: { key: string; words: Set<string>; label: string; items: Item[] }[] = [];
  for (const { key, words, items: own } of texts) {
    let nearest: (typeof clusters)[number] | undefined;
    let most = 0.5;
    for (const cluster of clusters) {
      const share = shareOf(cluster.words, words);
      // Of equally near ones the earlier, which is the larger.
      if (nearest ? share > most : share >= most) {
        nearest = cluster;
        most = share;
      }
    }
    if (nearest) nearest.items.push(...own);
    else clusters.push({ key, words, label: writtenAs(own.map(textOf)), items: [...own] });
  }
  return clusters
    .sort((a, b) => b.items.length - a.items.length || compare(a.key, b.key))
    .map(({ label, items: own }) => ({ label, items: own }));
}

/** A text without case, marks and spaces that differ. */
function keyOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(" ");
}

/** The words that tell a text apart; all of it where there are none such. */
function wordsOf(key: string): Set<string> {
  const words = key.split(" ").filter((word) => word.length >= SHORTEST_WORD && !COMMON.has(word));
  return new Set(words.length > 0 ? words : [key]);
}

/** Words in both among the words in either, 0–1. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return both / (a.size + b.size - both);
}

/** Of several ways to write the same, the first by its letters: the same one every time. */
function writtenAs(texts: readonly string[]): string {
  return texts.toSorted(compare)[0] ?? "";
}

/** By code units: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
