"use client";

import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyIcon } from "@/components/ui/icons";
import { useCopy } from "@/components/ui/use-copy";

/** What to tell a group, as plain as a chat wants it, to be copied. */
export function ChatText({
  text,
  rows,
  words,
}: {
  text: string;
  rows: number;
  words: { title: string; hint?: string; copy: string; copied: string; copyFailed: string };
}) {
  const { box, copy } = useCopy(text, words);
  return (
    <Card as="section">
      <CardHeader
        title={words.title}
        actions={
          <Button size="sm" icon={<CopyIcon size={16} />} onClick={copy}>
            {words.copy}
          </Button>
        }
      />
      <CardBody className="grid gap-2">
        {words.hint && <p className="text-sm text-ink-3">{words.hint}</p>}
        <textarea
          ref={box}
          className="control"
          readOnly
          rows={rows}
          value={text}
          aria-label={words.title}
          onFocus={(event) => event.target.select()}
        />
      </CardBody>
    </Card>
  );
}
