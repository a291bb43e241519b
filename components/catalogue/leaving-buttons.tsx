"use client";

import { useRouter } from "next/navigation";
import { EntryButtons } from "./entry-buttons";
import type { EditableEntry } from "./entry-scope";

/** What can be done with an entry on its own page, which is left once it is deleted. */
export function LeavingButtons({ entry, href }: { entry: EditableEntry; href: string }) {
  const router = useRouter();
  return <EntryButtons entry={entry} onDeleted={() => router.replace(href)} />;
}
