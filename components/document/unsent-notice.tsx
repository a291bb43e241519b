"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { watchDevice } from "@/components/field/device-store";
import { useFieldLabel } from "@/components/revision/mark";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { AnyStageForm } from "@/lib/assignment/model";
import { indexPath } from "@/lib/document/path";
import { type DeviceDraft, draftPlace } from "./device-draft";
import { differences } from "./merge";
import { isRecord } from "./sameness";

/**
 * Words that this device still holds of a stage that can no longer be written on: typed without
 * signal before it was sent or paused elsewhere. They cannot be saved, but they are not lost.
 */
export function UnsentNotice({ dto }: { dto: AnyStageForm }) {
  const t = useTranslations("unsent");
  const label = useFieldLabel(dto.stage, "rubric" in dto.context ? dto.context.rubric : undefined);
  const [left, setLeft] = useState<DeviceDraft | null>(null);
  const { personId, assignmentId, stage } = dto;
  useEffect(() => {
    const place = draftPlace({ personId, assignmentId, stage });
    const read = () => place.read().then(setLeft, () => setLeft(null));
    void read();
    // It may be on its way just now: then it is gone from here as soon as the server has it.
    return watchDevice(({ shelf, address }) => {
      if (shelf === "drafts" && address[0] === assignmentId && address[1] === stage) void read();
    });
  }, [personId, assignmentId, stage]);
  const held = left !== null && left.received === null ? left : null;
  const texts = held ? textsOnlyHere(held, dto, label) : [];
  // What was refused and says nothing that is not on the server needs nobody's decision any more.
  const over = held?.problem != null && texts.length === 0;
  useEffect(() => {
    if (held && over) void draftPlace(dto).write(settled(held, dto.savedAt));
  }, [held, over, dto]);
  if (!held || texts.length === 0) return null;

  const discard = () => void draftPlace(dto).write(settled(held, dto.savedAt));
  return (
    <Callout
      tone="late"
      title={t("title")}
      action={
        <Button variant="ghost" onClick={discard}>
          {t("discard")}
        </Button>
      }
    >
      <p>{t("body")}</p>
      <dl className="mt-2 grid gap-2">
        {texts.map(({ at, name, text }) => (
          <div key={at}>
            <dt className="text-sm font-semibold text-ink">{name}</dt>
            <dd className="whitespace-pre-line wrap-anywhere">{text}</dd>
          </div>
        ))}
      </dl>
    </Callout>
  );
}

/** The words that are on this device alone. */
function textsOnlyHere(
  { document, base }: DeviceDraft,
  dto: AnyStageForm,
  label: (at: string) => string,
): { at: string; name: string; text: string }[] {
  return differences(document, dto.document, base).flatMap(({ path, mine }) => {
    const at = indexPath(document, path);
    return at === null
      ? []
      : textsIn(mine, at).map((entry) => ({ ...entry, name: label(entry.at) }));
  });
}

/** A record of which nothing is to be sent any more; what the server says counts before it. */
function settled(draft: DeviceDraft, savedAt: string | null): DeviceDraft {
  return {
    ...draft,
    intent: "save",
    attempt: null,
    problem: null,
    received: { at: savedAt, submitted: false },
    basedOn: 0,
  };
}

/** What was written of it in words; ids and choices are quickly made again. */
function textsIn(value: unknown, at: string): { at: string; text: string }[] {
  if (typeof value === "string") {
    const isText = /\s/.test(value.trim()) && value.trim() !== "";
    return isText ? [{ at, text: value }] : [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => textsIn(item, `${at}.${index}`));
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${at}.${key}`));
}
