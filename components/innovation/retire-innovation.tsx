"use client";

import { EntryButtons } from "@/components/catalogue/entry-buttons";
import { EntryScope } from "@/components/catalogue/entry-scope";
import { saveInnovationAction } from "@/lib/catalogue/actions";

/** Retires an innovation of the centre's own; it is edited on a page of its own. */
export function RetireInnovation({
  centerId,
  entry,
}: {
  centerId: string;
  entry: { id: string; version: number; name: string; archived: boolean };
}) {
  return (
    <EntryScope
      kind="innovation"
      centerId={centerId}
      fields={[]}
      titles={{ add: "", edit: "" }}
      save={saveInnovationAction}
    >
      {/* Deleting would leave nothing to stand on here: it is done from the form. */}
      <EntryButtons entry={{ ...entry, values: {}, used: true }} edit={false} />
    </EntryScope>
  );
}
