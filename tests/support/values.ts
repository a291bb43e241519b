import fc from "fast-check";
import type { JsonShape } from "@/lib/document/fields";

/** Texts of the forms that fields ask for; which of them a field wants, its own schema says. */
const FORMS = [
  "2018-08-07",
  "10:00",
  "ABC234",
  "Asia/Jakarta",
  "budi@contoh.go.id",
  "https://contoh.go.id/",
  "2018-08-12T10:00:00Z",
  "198001012006041001",
  "0".repeat(64),
  "a".repeat(43),
];

const WORDS = ["", "Loket di desa", "=1+1", "<b>tebal</b>", "Ж 家 👪"];

/**
 * Values that a JSON Schema takes, as far as it says; what a schema asks beyond that, it has to be asked.
 *
 * @param ids of rows that there are; some of the ids are of none
 */
export function validFor(shape: JsonShape, ids: readonly string[]): fc.Arbitrary<unknown> {
  const { anyOf, oneOf, allOf, const: constant, enum: choices } = shape as Shape;
  if (constant !== undefined) return fc.constant(constant);
  if (choices) return fc.constantFrom(...choices);
  const ways = anyOf ?? oneOf;
  if (ways) return fc.oneof(...ways.map((way) => validFor(way, ids)));
  if (allOf) {
    return fc
      .tuple(...allOf.map((part) => validFor(part, ids)))
      .map((parts) => Object.assign({}, ...parts) as unknown);
  }
  const { type, format, pattern, minLength = 0, maxLength, minimum = 0, maximum } = shape as Shape;
  switch ([type ?? []].flat()[0]) {
    case "string": {
      if (format === "uuid") {
        return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...ids) }, fc.uuid({ version: 7 }));
      }
      if (format || pattern) return fc.constantFrom(...FORMS);
      const longest = "x".repeat(Math.max(minLength, Math.min(maxLength ?? 100, 100_000)));
      const fitting = [...WORDS, ...FORMS].filter(
        ({ length }) => length >= minLength && length <= longest.length,
      );
      return fc.constantFrom(...fitting, longest);
    }
    case "number":
    case "integer": {
      const min = Math.ceil(Math.max(minimum, -1000));
      return fc.integer({ min, max: Math.floor(Math.min(maximum ?? Infinity, min + 1000)) });
    }
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array": {
      const { items = {}, minItems = 0, maxItems = 3 } = shape as Shape;
      return fc.uniqueArray(validFor(items, ids), {
        minLength: minItems,
        maxLength: Math.max(minItems, Math.min(maxItems, 3)),
        selector: (value) => JSON.stringify(value),
      });
    }
    case "object": {
      const {
        properties = {},
        required = [],
        additionalProperties,
        propertyNames,
      } = shape as Shape;
      const fields = Object.fromEntries(
        Object.entries(properties).map(([name, field]) => [name, validFor(field, ids)]),
      );
      const whole = fc.record(fields, {
        requiredKeys: required.filter((name) => name in fields),
      }) as fc.Arbitrary<unknown>;
      // A key for each of a closed list, or of any.
      const keys = propertyNames?.enum;
      if (!keys || typeof additionalProperties !== "object") return whole;
      const value = validFor(additionalProperties, ids);
      return fc.record(Object.fromEntries(keys.map((key) => [String(key), value])));
    }
    default:
      return fc.constantFrom<unknown>(null, {}, [], "", 0);
  }
}

interface Shape extends JsonShape {
  type?: string | string[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  items?: Shape;
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: Shape | boolean;
  propertyNames?: Shape;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}
