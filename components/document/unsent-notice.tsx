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
  const t = useTranslations("tasks.unsent");
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
  if (!left || left.received) return null;

  const texts = differences(left.document, dto.document, left.base).flatMap(({ path, mine }) => {
    const at = indexPath(left.document, path);
    return at === null
      ? []
      : textsIn(mine, at).map((entry) => ({ ...entry, name: label(entry.at) }));
  });
  if (texts.length === 0) return null;
  const discard = () => {
    void draftPlace(dto).write({
      ...left,
      intent: "save",
      attempt: null,
      problem: null,
      received: { at: dto.savedAt, submitted: false },
      basedOn: 0,
    });
  };
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
