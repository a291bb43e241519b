import { SoftLink } from "@/components/ui/soft-link";

/**
 * The head of a row about something that a participant told: its words lead to where they were told.
 *
 * @param isSentence a whole sentence is no heading, and stands in plain letters
 */
export function ToldCell({
  href,
  words,
  isSentence = false,
  note,
}: {
  href: string;
  words: string;
  isSentence?: boolean;
  note?: string;
}) {
  return (
    <th scope="row">
      <span className="block max-w-[64ch] wrap-anywhere">
        <SoftLink
          href={href}
          className={`underline decoration-line-strong underline-offset-3 hover:text-accent hover:decoration-current touch:inline-flex touch:min-h-11 touch:items-center ${isSentence ? "font-normal" : ""}`}
        >
          {words}
        </SoftLink>
        {note && <span className="mt-0.5 block font-normal text-ink-2">{note}</span>}
      </span>
    </th>
  );
}

/** The innovation that a row is about, by its code. */
export function InnovationCell({
  label,
  innovation,
}: {
  label: string;
  innovation: { code: string; name: string };
}) {
  return (
    <td data-label={label} title={innovation.name}>
      {innovation.code}
    </td>
  );
}

/** Who told it, and of which agency. */
export function AuthorCell({
  label,
  participant,
  agency,
}: {
  label: string;
  participant: string;
  agency: string;
}) {
  return (
    <td data-label={label}>
      <span>
        {participant}
        <span className="block text-xs text-ink-3">{agency}</span>
      </span>
    </td>
  );
}
