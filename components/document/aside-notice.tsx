"use client";

import { useMessages, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { openDeviceStore, watchDevice } from "@/components/field/device-store";
import { readableText, type Words } from "@/components/field/unsent-text";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { FileTextIcon } from "@/components/ui/icons";
import { saveBlob } from "@/components/ui/save-blob";
import type { AnyStageForm, StageKind } from "@/lib/assignment/model";
import { useFormat } from "@/lib/i18n/use-format";
import { type Aside, listAside } from "./set-aside";

type OwnStage = Pick<AnyStageForm, "personId" | "assignmentId" | "stage">;

/** Words of an older form that lie on this device and that the form has no place for. */
export function AsideNotice({ personId, assignmentId, stage }: OwnStage) {
  const t = useTranslations("unread");
  const [aside, setAside] = useState<Aside[]>([]);
  useEffect(() => {
    let over = false;
    const read = () =>
      openDeviceStore(personId)
        .then((store) => listAside(store, [assignmentId, stage]))
        .then(
          (found) => over || setAside(found),
          () => undefined,
        );
    void read();
    const unwatch = watchDevice(({ shelf, address }) => {
      if (shelf === "drafts" && address.length > 2 && address[0] === assignmentId) void read();
    });
    return () => {
      over = true;
      unwatch();
    };
  }, [personId, assignmentId, stage]);
  const discard = async ({ address }: Aside) => {
    const store = await openDeviceStore(personId);
    await store.drafts.delete(address);
  };
  return aside.map((each) => (
    <Unread
      key={each.changedAt}
      stage={stage}
      document={each.document}
      title={t("aside.title")}
      body={t("aside.body")}
      onDiscard={() => void discard(each)}
    />
  ));
}

/** A draft on the server that the form cannot read: shown as text, and not written over. */
export function UnreadableNotice({
  stage,
  document,
  action,
}: {
  stage: StageKind;
  document: object;
  /** The way to start anew, for who may. */
  action?: ReactNode;
}) {
  const t = useTranslations("unread");
  return (
    <Unread
      stage={stage}
      document={document}
      title={t("server.title")}
      body={t(action ? "server.again" : "server.body")}
      action={action}
    />
  );
}

/** What its author put aside to start anew, as text: it stays with the stage. */
export function SetAsideNotice({ dto }: { dto: AnyStageForm }) {
  const t = useTranslations("unread.kept");
  const format = useFormat(dto.timeZone);
  return dto.setAside?.map(({ id, savedAt, document }) => (
    <Unread
      key={id}
      stage={dto.stage}
      document={document}
      title={t("title")}
      body={savedAt ? t("body", { when: format.dateTime(savedAt) }) : t("bodyUndated")}
    />
  ));
}

function Unread({
  stage,
  document,
  title,
  body,
  action,
  onDiscard,
}: {
  stage: StageKind;
  document: unknown;
  title: string;
  body: string;
  action?: ReactNode;
  onDiscard?: () => void;
}) {
  const t = useTranslations("unread");
  const { terms } = useMessages();
  const format = useFormat();
  const text = readableText(document, stage, {
    terms: terms as unknown as Words,
    date: format.date,
  });
  const download = () => {
    // The mark tells every editor that it is UTF-8. What nobody can read follows, so that nothing is lost.
    const parts = ["\uFEFF", text, "\n\n", JSON.stringify(document)];
    saveBlob(new Blob(parts, { type: "text/plain" }), `lokus-${stage.toLowerCase()}.txt`);
  };
  return (
    <Callout
      tone="late"
      title={title}
      action={
        <>
          {action}
          <Button variant="secondary" icon={<FileTextIcon size={16} />} onClick={download}>
            {t("download")}
          </Button>
          {onDiscard && (
            <Button variant="ghost" onClick={onDiscard}>
              {t("discard")}
            </Button>
          )}
        </>
      }
    >
      <p>{body}</p>
      {text !== "" && (
        <div className="mt-2 max-h-72 overflow-y-auto whitespace-pre-line wrap-anywhere text-ink">
          {text}
        </div>
      )}
    </Callout>
  );
}
