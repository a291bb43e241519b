import fc from "fast-check";
import type { JsonShape } from "@/lib/document/fields";

/**
 * Values that break a JSON Schema: of another type, beyond a bound, outside a list, or somewhere
 * inside. Never a blank one (null, "", a key left out), which a draft may well have.
 *
 * @param base a value that keeps to the shape; what is broken is one place in it
 */
export function violationOf(shape: JsonShape, base?: unknown): fc.Arbitrary<unknown> {
  const { anyOf, enum: choices, format, pattern, items, properties } = shape as Shape;
  const { maxLength, maximum, maxItems } = shape as Shape;
  const choice = anyOf?.find(({ type }) => type !== "null");
  if (choice) return violationOf(choice, base);
  if (choices) return fc.constantFrom<unknown>("TIDAK_ADA", 7, ["a"], { a: 1 });

  const types = [(shape as Shape).type ?? []].flat();
  const [type] = types.filter((name) => name !== "null");
  switch (type) {
    case "string": {
      const strings = [
        ...(maxLength === undefined ? [] : ["x".repeat(maxLength + 1), "a\u0000b", "\ud800"]),
        ...(format || pattern ? ["bukan ini", "x"] : []),
      ];
      // What a link or an address must look like is asked at submit only.
      const lenient = format === "uri" || format === "email";
      const odd = lenient ? strings.slice(0, -2) : strings;
      return fc.constantFrom<unknown>(7, true, ["x"], { a: "x" }, ...odd);
    }
    case "number":
    case "integer": {
      const beyond = maximum !== undefined && maximum < 1e15 ? [maximum + 1] : [];
      const fraction = type === "integer" ? [1.5] : [];
      return fc.constantFrom<unknown>("5", true, [1], { a: 1 }, 1e300, ...beyond, ...fraction);
    }
    case "boolean":
      return fc.constantFrom<unknown>("true", 1, [true], {});
    case "array": {
      const given = Array.isArray(base) ? base : [];
      const room = given.slice(0, Math.max(0, (maxItems ?? 50) - 1));
      const tooMany = maxItems === undefined ? [] : [Array(maxItems + 1).fill(given[0] ?? {})];
      const place = fc.nat(room.length);
      const inside = fc
        .tuple(place, violationOf(items ?? {}, given[0]))
        .map(([at, broken]) => room.toSpliced(at, at < room.length ? 1 : 0, broken));
      const whole = fc.constantFrom<unknown>("x", 7, true, { a: 1 }, ...tooMany);
      return items && isKnown(items) ? fc.oneof({ weight: 4, arbitrary: inside }, whole) : whole;
    }
    case "object": {
      const names = Object.keys(properties ?? {}).filter((name) => isKnown(properties?.[name]));
      const whole = fc.constantFrom<unknown>("x", 7, true, [1]);
      if (names.length === 0) return whole;
      const given = (typeof base === "object" && base !== null ? base : {}) as Record<
        string,
        unknown
      >;
      const inside = fc.constantFrom(...names).chain((name) =>
        violationOf(properties?.[name] ?? {}, given[name]).map((broken) => ({
          ...given,
          [name]: broken,
        })),
      );
      return fc.oneof({ weight: 12, arbitrary: inside }, whole);
    }
    default:
      throw new Error(`no way is known to break ${JSON.stringify(shape)}`);
  }
}

/** Whether the shape says anything that could be broken. */
function isKnown(shape: JsonShape | undefined): boolean {
  return Object.keys(shape ?? {}).some((key) => ["type", "enum", "anyOf"].includes(key));
}

interface Shape extends JsonShape {
  type?: string | string[];
  anyOf?: Shape[];
  enum?: unknown[];
  format?: string;
  pattern?: string;
  items?: Shape;
  properties?: Record<string, Shape>;
  maxLength?: number;
  maximum?: number;
  maxItems?: number;
}
