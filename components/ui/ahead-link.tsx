"use client";

import Link from "next/link";
import { type ComponentProps, useState, useSyncExternalStore } from "react";
import { linksRest } from "./looking-ahead";

/**
 * A link that loads ahead when it comes in sight; on a page that is read anew all the time, when it is pointed
 * at. With `prefetch` it does as it is told.
 */
export function AheadLink({ prefetch, ...rest }: ComponentProps<typeof Link>) {
  const rests = useSyncExternalStore(linksRest.subscribe, linksRest.now, linksRest.onServer);
  const [meant, setMeant] = useState(false);
  const mean = () => setMeant(true);
  const leave = () => setMeant(false);
  return (
    <Link
      onMouseEnter={mean}
      onTouchStart={mean}
      onFocus={mean}
      onMouseLeave={leave}
      onBlur={leave}
      {...rest}
      prefetch={prefetch ?? (rests && !meant ? false : null)}
    />
  );
}
