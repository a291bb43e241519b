import "server-only";
import { type Clock, systemClock } from "@/lib/platform/clock";
import { type Db, db } from "@/lib/platform/db";

/** What a mutation needs from the outside world, passed explicitly. */
export interface Context {
  db: Db;
  clock: Clock;
}

export function appContext(): Context {
  return { db: db(), clock: systemClock };
}
