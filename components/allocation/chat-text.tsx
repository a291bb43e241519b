"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";

/** The allocation as it stands, as plain as a chat wants it, to be copied. */
export function ChatText({ text }: { text: string }) {
  const t = useTranslations("allocation");
  const box = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast(t("copied"), { tone: "good" });
    } catch {
      // Not allowed, or an address without https: the text is selected for the reader to copy.
      box.current?.select();
      toast(t("copyFailed"), { tone: "late" });
    }
  };
  return (
    <Card as="section">
      <CardHeader
        title={t("chat")}
        actions={
          <Button size="sm" icon={<CopyIcon size={16} />} onClick={copy}>
            {t("copy")}
          </Button>
        }
      />
      <CardBody>
        <textarea
          ref={box}
          className="control"
          readOnly
          rows={10}
          value={text}
          aria-label={t("chat")}
          onFocus={(event) => event.target.select()}
        />
      </CardBody>
    </Card>
  );
}
