"use client";

import { useState } from "react";
import { Notice } from "@/components/shell/notice";
import { Button } from "@/components/ui/button";
import english from "@/lib/i18n/messages/en/errors.json";
import indonesian from "@/lib/i18n/messages/id/errors.json";
import "./globals.css";

/** The last resort, when the root layout itself failed: it has no layout, no provider, no catalogue. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  // The document that failed still knows its language.
  const [lang] = useState(() =>
    typeof document !== "undefined" && document.documentElement.lang === "en" ? "en" : "id",
  );
  const words = (lang === "en" ? english : indonesian).crash;
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <html lang={lang}>
      <body className="font-sans">
        <title>{words.title}</title>
        {/* The code stands alone: messages are compiled, and nothing here can fill one in. */}
        <Notice title={words.title} body={words.body} detail={digest}>
          <Button onClick={() => retry()}>{words.retry}</Button>
        </Notice>
      </body>
    </html>
  );
}
