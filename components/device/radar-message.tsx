"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyIcon, SendIcon } from "@/components/ui/icons";
import { useCopy } from "@/components/ui/use-copy";

/** A message that is ready: to be copied, or opened in WhatsApp, where its sender chooses to whom. */
export function RadarMessage({
  text,
  words,
}: {
  text: string;
  words: Record<"prepare" | "label" | "copy" | "copied" | "copyFailed" | "whatsapp", string>;
}) {
  const [open, setOpen] = useState(false);
  const { box, copy } = useCopy(text, words);
  if (!open) {
    return (
      <Button size="sm" variant="secondary" onClick={() => setOpen(true)}>
        {words.prepare}
      </Button>
    );
  }
  return (
    <div className="grid w-full gap-2">
      <textarea
        ref={box}
        className="control"
        readOnly
        rows={Math.min(12, text.split("\n").length + 2)}
        value={text}
        aria-label={words.label}
      />
      <div className="flex flex-wrap gap-2">
        <Button size="sm" icon={<CopyIcon size={16} />} onClick={copy}>
          {words.copy}
        </Button>
        <Button
          size="sm"
          variant="secondary"
          icon={<SendIcon size={16} />}
          href={`https://wa.me/?text=${encodeURIComponent(text)}`}
          target="_blank"
        >
          {words.whatsapp}
        </Button>
      </div>
    </div>
  );
}
