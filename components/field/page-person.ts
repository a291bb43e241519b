/** Names whose page it is that sends: the session may be somebody else's by now. */
const PERSON_HEADER = "X-Lokus-Person";

let person: string | null = null;

/** Whose page this is: what is sent from it is theirs, and nobody else's. */
export function setPagePerson(personId: string): void {
  person = personId;
}

export function personHeader(): Record<string, string> {
  return person === null ? {} : { [PERSON_HEADER]: person };
}
