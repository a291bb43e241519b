"use client";

import { ApproveQuestion, DecisionButtons } from "./decision-panel";
import { useDesk } from "./desk-context";

/** The decision on the phone: always in reach, above the bar of places. */
export function DecisionBar() {
  const desk = useDesk();
  const { can, approveRefusal } = desk.seed;
  if (!can.return && !can.approve && !can.reopen && !approveRefusal) return null;
  return (
    <div
      data-noprint=""
      className="sticky bottom-(--bottom-bar) z-10 -mx-4 mt-4 border-t border-line bg-surface px-4 py-3 sm:-mx-6 sm:px-6 lg:hidden"
    >
      {desk.asking === "approve" ? (
        <ApproveQuestion />
      ) : (
        <div className="flex gap-2.5 *:flex-1">
          <DecisionButtons />
        </div>
      )}
    </div>
  );
}
