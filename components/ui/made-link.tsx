"use client";

import type { ReactNode } from "react";
import { Badge } from "./badge";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { useCopy } from "./use-copy";

/** An address that opens a page for who has it, shown once, to be taken along. */
export function MadeLinkDialog({
  url,
  words,
  onClose,
}: {
  url: string;
  words: Record<"title" | "body" | "close" | "copy" | "copied" | "copyFailed", string>;
  onClose: () => void;
}) {
  const { box, copy } = useCopy(url, words);
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.title}
      description={words.body}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {words.close}
          </Button>
          <Button onClick={copy}>{words.copy}</Button>
        </>
      }
    >
      <textarea
        ref={box}
        readOnly
        rows={3}
        aria-label={words.title}
        value={url}
        className="w-full rounded-sm border border-line bg-sunken p-3 text-sm wrap-anywhere"
      />
    </Dialog>
  );
}

/** One of the addresses that were made: whom it is for, whether it still works, and how it is ended. */
export function MadeLinkItem({
  label,
  state,
  isLive,
  facts,
  problem,
  revoke,
}: {
  label: string;
  /** Whether it works, in a word. */
  state: string;
  isLive: boolean;
  facts: ReactNode;
  problem: string | null;
  /** Left out where it cannot be ended. */
  revoke?: { word: string; label: string; pending: boolean; run: () => void } | undefined;
}) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-4.5">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold wrap-anywhere">{label}</span>
          <Badge tone={isLive ? "good" : "neutral"}>{state}</Badge>
        </p>
        <p className="text-sm text-ink-3 wrap-anywhere">{facts}</p>
        {problem && (
          <p role="alert" className="text-sm text-late">
            {problem}
          </p>
        )}
      </div>
      {revoke && (
        <Button
          size="sm"
          variant="danger"
          pending={revoke.pending}
          aria-label={revoke.label}
          onClick={revoke.run}
        >
          {revoke.word}
        </Button>
      )}
    </li>
  );
}
