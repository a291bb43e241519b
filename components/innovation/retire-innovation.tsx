"use client";

import { useRouter } from "next/navigation";
import { EntryButtons } from "@/components/catalogue/entry-buttons";
import { EntryScope } from "@/components/catalogue/entry-scope";
import { saveInnovationAction } from "@/lib/catalogue/actions";

/**
 * Retires an innovation of the centre's own, or deletes it where its form is open; it is edited on a
 * page of its own. Needs `catalogue` and `refusals`.
 */
export function RetireInnovation({
  centerId,
  entry,
  deletable,
}: {
  centerId: string;
  entry: { id: string; version: number; name: string; archived: boolean };
  /** With what it is made again by undo, and where to go once it is gone. */
  deletable?: { values: Record<string, unknown>; href: string };
}) {
  const router = useRouter();
  return (
    <EntryScope
      kind="innovation"
      centerId={centerId}
      fields={[]}
      titles={{ add: "", edit: "" }}
      save={saveInnovationAction}
    >
      <EntryButtons
        entry={{ ...entry, values: deletable?.values ?? {}, used: !deletable }}
        edit={false}
        onDeleted={() => deletable && router.replace(deletable.href)}
      />
    </EntryScope>
  );
}
