import type { ReactNode } from "react";
import { InfoIcon } from "./icons";

/**
 * A word explained on request. It opens by a press, not by hovering: most of those who need it hold
 * a phone.
 */
export function Explain({
  id,
  label,
  children,
}: {
  /** Unique on the page. */
  id: string;
  /** Names the button: "Apa itu USG?" */
  label: string;
  children: ReactNode;
}) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        title={label}
        className="-my-1 inline-grid size-7 flex-none place-items-center rounded-full align-middle text-ink-3 hover:text-ink touch:-my-3 touch:size-11 print:hidden"
      >
        <InfoIcon size={16} />
      </button>
      {/* A span, so that it may stand inside a paragraph. */}
      <span
        id={id}
        popover="auto"
        className="popup max-w-80 px-4 py-3 text-md font-normal leading-normal"
      >
        {children}
      </span>
    </>
  );
}
