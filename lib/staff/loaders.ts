import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { loadOffice } from "@/lib/center/loaders";
import { doorRight } from "@/lib/invitation/policy";
import { canSendMail } from "@/lib/mail/record";
import { findOneTimeLink } from "@/lib/person/data";
import { linkReader } from "@/lib/person/policy";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";
import { currentActor } from "@/lib/session/actor";
import { findKnown, findTies, listCenterPeople } from "@/lib/staff/data";
import type { CenterPeople, CenterPerson, OpenOffer } from "@/lib/staff/model";
import { type CenterPeopleQuery, centerPeopleQuerySchema } from "@/lib/staff/schema";

type SearchParams = Record<string, string | string[] | undefined>;

export const loadCenterPeople = cache(
  async (
    centerId: string,
    searchParams: SearchParams,
  ): Promise<{ people: CenterPeople; query: CenterPeopleQuery; canAdminister: boolean }> => {
    const { authorized, can } = await loadOffice(centerId);
    const query = centerPeopleQuerySchema.parse(searchParams);
    const people = await listCenterPeople(db(), authorized, query, appContext().clock.now());
    return { people, query, canAdminister: can.administer };
  },
);

/** One person as the centre knows them; who is not known is not there. */
export const loadCenterPerson = cache(
  async (
    centerId: string,
    personId: string,
  ): Promise<{ person: CenterPerson; sends: boolean; isSelf: boolean }> => {
    const { actor, authorized, can } = await loadOffice(centerId);
    const known = z.uuid().safeParse(personId).success
      ? await findKnown(db(), centerId, personId, appContext().clock.now())
      : null;
    if (!known) notFound();
    const ties = await findTies(db(), authorized, personId);
    const {
      hasAccess: _access,
      hasEmail: _email,
      isPlatformAdministrator,
      isElsewhere,
      isStaffHere,
      ...row
    } = known;
    const right = doorRight({ isPlatformAdministrator, isElsewhere, isStaffHere }, can);
    const isSelf = personId === actor.personId;
    return {
      isSelf,
      sends: canSendMail(),
      person: {
        ...row,
        ...ties,
        // What another centre merged is not told here.
        aliases: isElsewhere ? [] : ties.aliases,
        can: {
          administer: can.administer && row.role !== null,
          suspend: can.administer && !isSelf,
          door: can.organize && !row.isDeactivated && !row.isSuspended ? right : "none",
          merge:
            can.organize &&
            !isPlatformAdministrator &&
            !isElsewhere &&
            (!isStaffHere || can.administer),
        },
      },
    };
  },
);

/** The role that a link offers, and whether it is the reader's to take; null where nothing is open. */
export const loadOffer = cache(async (token: string): Promise<OpenOffer | null> => {
  const [link, actor] = await Promise.all([
    findOneTimeLink(db(), token, appContext().clock.now(), "ACCEPT_ROLE"),
    currentActor(),
  ]);
  if (!link?.offer) return null;
  const { centerName: center, role } = link.offer;
  return { center, role, reader: linkReader(link, actor) };
});
