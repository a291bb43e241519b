import "server-only";
import { cache } from "react";
import { findOwnData } from "@/lib/own-data/data";
import { OWN_PAGE_ROWS, type OwnData } from "@/lib/own-data/model";
import { findOneTimeLink } from "@/lib/person/data";
import type { LinkReader } from "@/lib/person/model";
import { linkReader } from "@/lib/person/policy";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";
import { currentActor, requireActor } from "@/lib/session/actor";

/** What Lokus holds about the one who asks; of long sections the latest rows. */
export const loadOwnData = cache(
  async (): Promise<OwnData> =>
    findOwnData(db(), await requireActor(), OWN_PAGE_ROWS, appContext().clock.now()),
);

/** The address that a link confirms, told to its person alone; null where nothing is open. */
export const loadConfirmation = cache(
  async (token: string): Promise<{ email: string | null; reader: LinkReader } | null> => {
    const [link, actor] = await Promise.all([
      findOneTimeLink(db(), token, appContext().clock.now(), "CONFIRM_EMAIL"),
      currentActor(),
    ]);
    if (!link) return null;
    const reader = linkReader(link, actor);
    return { email: reader.is === "meant" ? link.newEmail : null, reader };
  },
);
