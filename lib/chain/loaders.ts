import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { participantScope, rolesOn } from "@/lib/assignment/policy";
import { findOwnChain, findReviewedChain, readReviewedChain } from "@/lib/chain/data";
import type { ChainDto } from "@/lib/chain/model";
import { db } from "@/lib/platform/db";
import { reviewerRole } from "@/lib/review/policy";
import { requireActor } from "@/lib/session/actor";

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The chain of an own assignment. What is not one's own is not there. */
export const loadOwnChain = cache(async (assignmentId: string): Promise<ChainDto> => {
  const actor = await requireActor();
  if (!UUID.test(assignmentId)) notFound();
  return (await findOwnChain(db(), participantScope(actor), assignmentId)) ?? notFound();
});

/** The chain of a participant, for the facilitator who answers for it and for staff of the centre. */
export const loadReviewedChain = cache(async (assignmentId: string): Promise<ChainDto> => {
  const actor = await requireActor();
  if (!UUID.test(assignmentId)) notFound();
  const found = await findReviewedChain(db(), assignmentId);
  if (!found || !reviewerRole(rolesOn(actor, found.subject))) notFound();
  return readReviewedChain(db(), found);
});
