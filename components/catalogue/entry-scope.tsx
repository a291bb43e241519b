"use client";

import { useTranslations } from "next-intl";
import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useId,
  useRef,
  useState,
} from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { EntryKind, EntrySaved } from "@/lib/catalogue/model";
import type { Result } from "@/lib/platform/result";
import { ConflictNotice } from "./conflict-notice";
import { type EntryField, EntryFieldControl } from "./entry-field";
import { type EntryInput, shownValue, useEntry, useFirstProblem, valuesOf } from "./use-entry";

/** An entry that can be edited, as a list has it. */
export interface EditableEntry {
  id: string;
  version: number;
  /** What it is called, in sentences about it. */
  name: string;
  values: Record<string, unknown>;
  archived?: boolean;
  /** Something speaks of it, so that it is retired rather than deleted. */
  used?: boolean;
}

interface Scope {
  kind: EntryKind;
  centerId: string;
  /** Adds what was deleted once more. */
  put: (values: Record<string, unknown>) => Promise<Result<EntrySaved>>;
  open: (entry: EditableEntry | null) => void;
}

const ScopeContext = createContext<Scope | null>(null);

/** The list of entries around a button. */
export function useEntryScope(): Scope {
  const scope = useContext(ScopeContext);
  if (!scope) throw new Error("an entry outside of its list");
  return scope;
}

/**
 * A list whose entries are added and edited in one dialog. What is typed stays in it while it is
 * closed, until something else is edited. Needs `catalogue`, `issues` and `refusals`.
 */
export function EntryScope({
  kind,
  centerId,
  fixed,
  fields,
  titles,
  children,
  ...action
}: {
  kind: EntryKind;
  centerId: string;
  /** What each entry of the list has in common, such as its region. */
  fixed?: Record<string, string>;
  fields: readonly EntryField[];
  titles: { add: string; edit: string };
  save(input: EntryInput): Promise<Result<EntrySaved>>;
  children: ReactNode;
}) {
  const t = useTranslations("catalogue");
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [shown, setShown] = useState(false);
  const [entry, setEntry] = useState<EditableEntry | null>(null);
  // Raised to begin with an empty form again.
  const [round, setRound] = useState(0);
  const idOf = (path: string) => `${formId}-${path}`;

  const { send, pending, problems, general, conflict, attempt, clear } = useEntry(action, () => {
    setShown(false);
    setRound((count) => count + 1);
    toast(t(entry ? "saved" : "added"), { tone: "good" });
  });
  useFirstProblem(attempt, problems, idOf);

  const contentOf = (basedOn: number | null) => ({
    ...fixed,
    ...(form.current ? valuesOf(form.current) : {}),
    centerId,
    id: entry?.id ?? null,
    basedOn,
  });

  const scope: Scope = {
    kind,
    centerId,
    put: (values) =>
      action.save({
        commandId: crypto.randomUUID(),
        centerId,
        id: null,
        basedOn: null,
        ...fixed,
        ...values,
      }),
    open: (next) => {
      if (next?.id !== entry?.id || next?.version !== entry?.version) {
        setEntry(next);
        setRound((count) => count + 1);
        clear();
      }
      setShown(true);
    },
  };

  return (
    <ScopeContext.Provider value={scope}>
      {children}
      <Dialog
        open={shown}
        onClose={() => setShown(false)}
        title={entry ? titles.edit : titles.add}
        busy={pending}
        footer={
          <>
            <Button variant="secondary" onClick={() => setShown(false)} disabled={pending}>
              {t("cancel")}
            </Button>
            <Button type="submit" form={formId} pending={pending}>
              {t("save")}
            </Button>
          </>
        }
      >
        <form
          key={round}
          ref={form}
          id={formId}
          noValidate
          className="grid gap-4"
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void send(contentOf(entry?.version ?? null));
          }}
        >
          {general && (
            <Callout tone="late" live>
              {general}
            </Callout>
          )}
          {conflict && entry && (
            <ConflictNotice
              conflict={conflict}
              fields={fields}
              typed={form.current ? valuesOf(form.current) : {}}
              onMine={() => void send(contentOf(conflict.version))}
              onTheirs={() => {
                setEntry({
                  ...entry,
                  version: conflict.version,
                  values: conflict.values,
                });
                setRound((count) => count + 1);
                clear();
              }}
            />
          )}
          {fields
            .filter(({ onlyNew }) => !onlyNew || !entry)
            .map((field) => (
              <EntryFieldControl
                key={field.name}
                field={field}
                id={idOf(field.name)}
                value={shownValue(entry?.values[field.name])}
                error={problems[field.name]}
              />
            ))}
        </form>
      </Dialog>
    </ScopeContext.Provider>
  );
}
