"use client";

import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import type { OfferedPlace } from "@/lib/enrolment/model";

// Loaded for whom a place waits, and for nobody else.
const OfferedPlaceCard = dynamic(() =>
  import("./offered-place-card").then((module) => module.OfferedPlaceCard),
);

/** Where people begin: on other pages nothing stands between them and their work. */
const STARTS: readonly string[] = [
  "/",
  "/account",
  "/admin",
  "/cohorts",
  "/reviews",
  "/tasks",
  "/visit",
];

/** The places in cohorts that wait for an answer, on the pages where people begin. */
export function OfferedPlaces({ places }: { places: readonly OfferedPlace[] }) {
  const path = usePathname();
  if (places.length === 0 || !STARTS.includes(path)) return null;
  return (
    <div className="mb-5 grid gap-3" data-noprint="">
      {places.map((place) => (
        <OfferedPlaceCard key={place.enrolmentId} place={place} />
      ))}
    </div>
  );
}
