import "server-only";
import { cache } from "react";
import { loadOffice } from "@/lib/center/loaders";
import { db } from "@/lib/platform/db";
import { findController, listControllers } from "@/lib/privacy/data";
import type { PrivacyController } from "@/lib/privacy/model";
import { currentActor } from "@/lib/session/actor";

export interface PrivacyNoticeDto {
  controllers: PrivacyController[];
  signedIn: boolean;
  /** It has to be confirmed before anything else. */
  pending: boolean;
}

/** The notice, for everybody; who is signed in reads of the own centres. */
export const loadPrivacyNotice = cache(async (): Promise<PrivacyNoticeDto> => {
  const actor = await currentActor();
  if (!actor) return { controllers: [], signedIn: false, pending: false };
  return {
    controllers: await listControllers(db(), actor.personId),
    signedIn: true,
    pending: actor.noticePending === true,
  };
});

/** The contact that a centre names, and whether the actor may change it. */
export const loadPrivacyContact = cache(
  async (centerId: string): Promise<{ contact: PrivacyController; canEdit: boolean }> => {
    const { authorized, can } = await loadOffice(centerId);
    return { contact: await findController(db(), authorized), canEdit: can.administer };
  },
);
