"use client";

import { useEffect, useRef } from "react";
import { useDerived, useForm } from "@/components/document/form-context";
import { openDeviceStore } from "@/components/field/device-store";
import type { Evidence } from "@/lib/evaluation/model";
import { dropPhoto } from "./photo-queue";

/** As long as a piece of evidence that was removed may still be brought back. Milliseconds. */
const SECOND_THOUGHTS = 20_000;

/** Takes the files of evidence that was removed from the list off the device, a moment later. */
export function useRemovedFiles(): void {
  const { dto, store } = useForm();
  const ids = useDerived(withFile, "evidence");
  const before = useRef(ids);
  useEffect(() => {
    const gone = before.current.filter((id) => !ids.includes(id));
    before.current = ids;
    for (const id of gone) {
      setTimeout(() => {
        if (withFile(store.get("evidence")).includes(id)) return;
        openDeviceStore(dto.personId)
          .then((device) => dropPhoto(device, id))
          .catch(() => {});
      }, SECOND_THOUGHTS);
    }
  }, [ids, store, dto.personId]);
}

function withFile(list: unknown): string[] {
  return Array.isArray(list)
    ? (list as Evidence[]).flatMap(({ id, file }) => (file ? [id] : []))
    : [];
}
