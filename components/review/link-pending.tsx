"use client";

import { useLinkStatus } from "next/link";
import type { ReactNode } from "react";
import { Spinner } from "@/components/ui/spinner";

/** Inside a link: shows that its page is on the way, in the place of `children`. */
export function LinkPending({ children }: { children?: ReactNode }) {
  const { pending } = useLinkStatus();
  if (!pending) return children;
  return (
    <span className="inline-block align-middle">
      <Spinner />
    </span>
  );
}
