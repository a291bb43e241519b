import { serverNow } from "./clock";
import type { Unsent } from "./unsent";
import { type CopyWords, unsentText, type Words } from "./unsent-text";

/** Gives the person a copy of what waits: the words as a text, each photo as it is. */
export async function downloadUnsent(
  { store, drafts, aside, photos }: Unsent,
  { locale, ...told }: { locale: string } & Omit<CopyWords, "terms" | "stage">,
): Promise<void> {
  const [terms, stage] =
    locale === "id"
      ? await Promise.all([
          import("@/lib/i18n/messages/id/terms.json"),
          import("@/lib/i18n/messages/id/stage.json"),
        ])
      : await Promise.all([
          import("@/lib/i18n/messages/en/terms.json"),
          import("@/lib/i18n/messages/en/stage.json"),
        ]);
  const day = serverNow().toISOString().slice(0, 10);
  if (drafts.length + aside.length > 0) {
    const words = {
      terms: terms.default as unknown as Words,
      stage: stage.default as unknown as Words,
      ...told,
    };
    const text = unsentText(drafts, words, aside);
    // The mark tells every editor that it is UTF-8.
    give(new Blob(["\uFEFF", text], { type: "text/plain" }), `lokus-${day}.txt`);
  }
  for (const { evidenceId, photo } of photos) {
    const bytes = await store.bytes.get([evidenceId]);
    if (!bytes) continue;
    const { type, name } = photo as { type?: unknown; name?: unknown };
    give(
      new Blob([bytes], { type: typeof type === "string" ? type : "application/octet-stream" }),
      typeof name === "string" ? name : `lokus-${evidenceId}`,
    );
  }
}

function give(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
