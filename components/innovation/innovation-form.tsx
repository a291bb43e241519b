"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { ConflictNotice } from "@/components/catalogue/conflict-notice";
import { type EntryField, EntryFieldControl } from "@/components/catalogue/entry-field";
import { shownValue, useEntry, valuesOf } from "@/components/catalogue/use-entry";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { toast } from "@/components/ui/toast";
import { saveInnovationAction } from "@/lib/catalogue/actions";
import { type InnovationLink, innovationPath } from "@/lib/innovation/model";
import type { FieldSection } from "./innovation-fields";
import { LinkFields } from "./link-fields";

type Standing = {
  id: string;
  version: number;
  values: Record<string, unknown> & { links: readonly InnovationLink[] };
};

/**
 * Adds an innovation to a centre's catalogue, or edits one. Needs the messages of `catalogue`,
 * `issues` and `refusals`.
 */
export function InnovationForm({
  centerId,
  region,
  unit,
  sections,
  standing: given,
  cancelHref,
}: {
  centerId: string;
  region: { id: string; name: string };
  unit: EntryField;
  sections: readonly FieldSection[];
  standing: Standing | null;
  cancelHref: string;
}) {
  const t = useTranslations("catalogue");
  const router = useRouter();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [standing, setStanding] = useState(given);
  const [round, setRound] = useState(0);
  const { send, pending, problems, general, conflict, attempt, clear } = useEntry(
    { save: saveInnovationAction },
    ({ id }) => {
      const { code } = form.current ? valuesOf(form.current) : {};
      toast(t("form.saved", { code: shownValue(code) }), { tone: "good", along: true });
      router.push(innovationPath(id));
    },
  );
  const idOf = (path: string) => `${formId}-${path}`;
  const fields = [unit, ...sections.flatMap((section) => section.fields)];
  const labelOf = (path: string) =>
    fields.find(({ name }) => name === path)?.label ?? t("form.links");
  const contentOf = (basedOn: number | null) => ({
    links: [],
    ...(form.current ? valuesOf(form.current) : {}),
    centerId,
    hostRegionId: region.id,
    id: standing?.id ?? null,
    basedOn,
  });
  const control = (field: EntryField) => (
    <EntryFieldControl
      key={field.name}
      field={field}
      id={idOf(field.name)}
      value={shownValue(standing?.values[field.name])}
      error={problems[field.name]}
    />
  );
  return (
    <form
      key={round}
      ref={form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send(contentOf(standing?.version ?? null));
      }}
    >
      <div className="grid gap-5">
        <ErrorSummary
          attempt={attempt}
          issues={Object.entries(problems).map(([path, message]) => ({
            id: idOf(path),
            message: `${labelOf(path)}: ${message}`,
          }))}
        />
        {general && (
          <Callout tone="late" live>
            {general}
          </Callout>
        )}
        {conflict && standing && (
          <ConflictNotice
            conflict={conflict}
            fields={fields}
            typed={form.current ? valuesOf(form.current) : {}}
            onMine={() => void send(contentOf(conflict.version))}
            onTheirs={() => {
              setStanding({
                ...standing,
                version: conflict.version,
                values: conflict.values as Standing["values"],
              });
              setRound((count) => count + 1);
              clear();
            }}
          />
        )}
        {sections.map((section) => (
          <Card as="section" key={section.id} aria-labelledby={idOf(section.id)}>
            <CardHeader id={idOf(section.id)} title={section.title} />
            <CardBody
              className={
                section.id === "profile" ? "grid gap-4 sm:grid-cols-2" : "grid max-w-3xl gap-4"
              }
            >
              {section.id === "identity" && (
                <>
                  <p className="text-md">
                    <span className="block font-semibold">{t("form.region")}</span>
                    {region.name}
                  </p>
                  {control(unit)}
                </>
              )}
              {section.fields.map(control)}
              {section.id === "origin" && (
                <LinkFields
                  id={idOf("links")}
                  links={standing?.values.links ?? []}
                  problems={problems}
                />
              )}
            </CardBody>
          </Card>
        ))}
      </div>
      <ActionBar>
        <Button variant="secondary" href={cancelHref}>
          {t("form.cancel")}
        </Button>
        <Button type="submit" pending={pending}>
          {t("form.save")}
        </Button>
      </ActionBar>
    </form>
  );
}
