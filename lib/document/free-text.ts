import type { FieldIssue } from "@/lib/document/issue";

/**
 * Warnings about personal data that does not belong into free text (UU PDP 27/2022): 16-digit
 * numbers, which NIK and KK are, and numbers that look like a telephone's.
 */

/** Fields that are meant to hold such numbers, or hold no text of the author's. */
const NOT_FREE_TEXT = new Set(["id", "idNumber", "phone", "email", "url", "causeRef"]);

/** `obstacleId`, `evidenceIds`: references, whose digits mean nothing. */
const REFERENCE = /Ids?$/;

export function scanFreeText(document: object): FieldIssue[] {
  const warnings: FieldIssue[] = [];
  const visit = (value: unknown, path: string, key: string): void => {
    if (typeof value === "string") {
      if (NOT_FREE_TEXT.has(key) || REFERENCE.test(key)) return;
      if (hasIdentityNumber(value)) warnings.push({ path, code: "looks_like_identity_number" });
      else if (hasPhoneNumber(value)) warnings.push({ path, code: "looks_like_phone_number" });
    } else if (typeof value === "object" && value !== null) {
      for (const [inner, content] of Object.entries(value)) {
        const name = Array.isArray(value) ? key : inner;
        visit(content, path === "" ? inner : `${path}.${inner}`, name);
      }
    }
  };
  visit(document, "", "");
  return warnings;
}

const UNBROKEN = /(?:^|\D)\d{16}(?!\d)/;
const GROUPED = /(?:^|\D)(\d{6}[ .-]\d{6}[ .-]\d{4}|\d{4}[ .-]\d{4}[ .-]\d{4}[ .-]\d{4})(?!\d)/;
const YEARS = /^((19|20)\d\d[ .-]?){4}$/;

/** Sixteen digits in a row, or parted as such numbers are written. A row of four years is none. */
export function hasIdentityNumber(text: string): boolean {
  const grouped = GROUPED.exec(text)?.[1];
  return UNBROKEN.test(text) || (grouped !== undefined && !YEARS.test(grouped));
}

const MOBILE = /(?:^|\D)(?:\+?62[ .-]?|0)8[1-9](?:[ .-]?\d){7,10}(?!\d)/;
const LANDLINE = /(?:^|\D)(?:\(0\d{2,3}\) ?|0\d{2,3}[ -])\d{6,8}(?!\d)/;

/** An Indonesian mobile number (08…, +62 8…), or a landline with its area code. */
export function hasPhoneNumber(text: string): boolean {
  return MOBILE.test(text) || LANDLINE.test(text);
}
