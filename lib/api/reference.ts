import type { JsonShape } from "@/lib/document/fields";

/**
 * The description as a page to read: Markdown, for docs/api/README.md.
 *
 * @param description OpenAPI 3.1, as made by `openApi()`
 */
export function referencePage(description: JsonShape): string {
  const { info, paths, components } = description as unknown as Description;
  const schemas = components.schemas;
  const commands = Object.keys(schemas).filter((name) => name.endsWith("_command"));
  const documents = Object.keys(schemas).filter((name) => name.endsWith("_document"));
  return `${[
    "# The API",
    `<!-- Written by \`npm run api:docs\` from the schemas; do not edit. -->`,
    info.description,
    "The same as a file for tools: [openapi.json](openapi.json), served at `/api/openapi.json`.",
    "## Routes",
    ...Object.entries(paths).flatMap(([address, operations]) =>
      Object.entries(operations).map(([method, operation]) => route(method, address, operation)),
    ),
    "## Commands",
    "Each is sent as `{commandId, type, payload, after?}`. `*` marks what must be there.",
    ...commands.map((name) => {
      const type = name.replace(/_command$/, "");
      const { description: what, properties } = schemas[name] ?? {};
      return [
        `### ${type}`,
        what ?? "",
        "The payload:",
        fields(properties?.payload ?? {}),
        "What comes back as `value`:",
        fields(schemas[`${type}_value`] ?? {}),
      ].join("\n\n");
    }),
    "## Documents",
    "What a stage's `document` holds. A draft may lack anything; a submission is held to every rule, and `issues` names each field that breaks one.",
    ...documents.map((name) => {
      const kind = name.replace(/_document$/, "");
      return [`### ${kind}`, fields(schemas[name] ?? {})].join("\n\n");
    }),
  ].join("\n\n")}\n`;
}

interface Description {
  info: { description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Shape> };
}

interface Operation {
  summary: string;
  parameters: { name: string; in: string; required: boolean; schema: Shape }[];
  responses: Record<string, { description: string; content?: Record<string, { schema: Shape }> }>;
}

interface Shape {
  type?: string | string[];
  description?: string;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Shape[];
  oneOf?: Shape[];
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  $ref?: string;
}

function route(method: string, address: string, operation: Operation): string {
  const parameters = operation.parameters.map(
    ({ name, in: place, required, schema }) =>
      `- \`${name}\`${required ? "*" : ""} in the ${place}: ${kindOf(schema)}${about(schema)}`,
  );
  const answers = Object.entries(operation.responses).flatMap(
    ([status, { description, content }]) => {
      const body = Object.values(content ?? {})[0]?.schema;
      const shown = body?.properties && status === "200" ? `\n${fields(body, 1)}` : "";
      return [`- **${status}** ${description}${shown}`];
    },
  );
  return [
    `### ${method.toUpperCase()} ${address}`,
    operation.summary,
    ...(parameters.length > 0 ? [parameters.join("\n")] : []),
    answers.join("\n"),
  ].join("\n\n");
}

/** A nested list of an object's fields. */
function fields(shape: Shape, depth = 0): string {
  const inner = shape.items?.properties ? shape.items : shape;
  const lines = Object.entries(inner.properties ?? {}).map(([name, field]) => {
    const required = inner.required?.includes(name) ? "*" : "";
    const line = `${"  ".repeat(depth)}- \`${name}\`${required}: ${kindOf(field)}${about(field)}`;
    const nested = object(field);
    return nested ? `${line}\n${fields(nested, depth + 1)}` : line;
  });
  return lines.length > 0 ? lines.join("\n") : `${"  ".repeat(depth)}- ${kindOf(shape)}`;
}

/** The object in a field, in a list of objects, or in a choice of one and null. */
function object(field: Shape): Shape | undefined {
  const candidates = [field, field.items, ...(field.anyOf ?? []), ...(field.oneOf ?? [])];
  return candidates.find((candidate) => candidate?.properties);
}

function about({ description }: Shape): string {
  return description ? `. ${description}` : "";
}

function kindOf(shape: Shape): string {
  if (shape.$ref) return `\`${shape.$ref.split("/").at(-1)}\``;
  if (shape.const !== undefined) return `\`${JSON.stringify(shape.const)}\``;
  if (shape.enum) return shape.enum.map((value) => `\`${value}\``).join(", ");
  const choice = shape.anyOf ?? shape.oneOf;
  if (choice) return [...new Set(choice.map(kindOf))].join(" or ");
  const types = [shape.type ?? "anything"].flat().filter((type) => type !== "null");
  const nullable = [shape.type].flat().includes("null") && types.length > 0 ? " or null" : "";
  const kind = types.join(" or ") || "null";
  if (kind === "array") {
    return `list of ${kindOf(shape.items ?? {})}${range(shape.minItems, shape.maxItems)}`;
  }
  const bounds = kind === "string" ? length(shape) : range(shape.minimum, shape.maximum);
  return `${shape.format ? `${kind} (${shape.format})` : kind}${bounds}${nullable}`;
}

function length({ minLength, maxLength }: Shape): string {
  return maxLength === undefined ? "" : `, ${minLength ?? 0}–${maxLength} characters`;
}

function range(min?: number, max?: number): string {
  // Zod writes the safe integers where there is no bound of ours.
  if (max === undefined || Math.abs(max) >= Number.MAX_SAFE_INTEGER) return "";
  return `, ${min ?? 0}–${max}`;
}
