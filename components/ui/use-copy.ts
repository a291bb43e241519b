import { type RefObject, useRef } from "react";
import { toast } from "./toast";

/** Copies a text that stands in a box for the reader, and says whether it went. */
export function useCopy(
  text: string,
  words: { copied: string; copyFailed: string },
): { box: RefObject<HTMLTextAreaElement | null>; copy(): Promise<void> } {
  const box = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast(words.copied, { tone: "good" });
    } catch {
      // Not allowed, or an address without https: the text is selected for the reader to copy.
      box.current?.select();
      toast(words.copyFailed, { tone: "late" });
    }
  };
  return { box, copy };
}
