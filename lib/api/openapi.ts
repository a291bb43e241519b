import { z } from "zod";
import { STATUS_OF } from "@/lib/api/answer";
import { COMMAND_TYPES, COMMANDS } from "@/lib/api/commands";
import { documentShapes } from "@/lib/api/documents";
import { envelopeSchema, MAX_COMMANDS } from "@/lib/api/execute";
import { MAX_BODY_BYTES } from "@/lib/api/read-json";
import { type ApiRoute, ROUTES } from "@/lib/api/routes";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { type JsonShape, shapeOf } from "@/lib/document/fields";
import { version } from "@/package.json";

/**
 * The description of the API in OpenAPI 3.1, made from the very schemas that the routes parse and
 * answer with.
 */
export function openApi(): JsonShape {
  made ??= describeApi();
  return made;
}

// The same for everybody, and not cheap: made at its first use.
let made: JsonShape | undefined;

function describeApi(): JsonShape {
  return {
    openapi: "3.1.0",
    info: {
      title: "Lokus",
      version,
      description: [
        "The door for phones and other systems. Whoever has signed in at `/sign-in` (or by",
        "next-auth's `POST /api/auth/callback/credentials`) sends the session cookie along.",
        "Requests of other sites' pages are refused.",
        `A body carries at most ${MAX_BODY_BYTES} bytes and ${MAX_COMMANDS} commands.`,
        "A repeat of a command under its id gives the first one's answer and changes nothing.",
      ].join("\n"),
    },
    servers: [{ url: "/" }],
    paths: paths(),
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
      },
      schemas: {
        ...Object.fromEntries(
          STAGE_KINDS.map((kind) => [documentName(kind), documentShapes()[kind]]),
        ),
        ...Object.fromEntries(COMMAND_TYPES.map((type) => [`${type}_command`, commandShape(type)])),
        ...Object.fromEntries(
          COMMAND_TYPES.map((type) => [`${type}_value`, toJson(COMMANDS[type].value, "output")]),
        ),
        Command: {
          oneOf: COMMAND_TYPES.map((type) => ({ $ref: ref(`${type}_command`) })),
          discriminator: {
            propertyName: "type",
            mapping: Object.fromEntries(
              COMMAND_TYPES.map((type) => [type, ref(`${type}_command`)]),
            ),
          },
        },
        Outcome: {
          oneOf: [{ $ref: ref("Done") }, { $ref: ref("Refusal") }],
        },
        Done: {
          type: "object",
          required: ["ok", "value"],
          properties: {
            commandId: { type: "string", format: "uuid" },
            status: { type: "integer", description: "In a list only" },
            ok: { const: true },
            value: { oneOf: COMMAND_TYPES.map((type) => ({ $ref: ref(`${type}_value`) })) },
          },
        },
        Refusal: refusalShape,
      },
    },
  };
}

const ref = (name: string) => `#/components/schemas/${name}`;
const documentName = (kind: string) => `${kind}_document`;

const refusalShape: JsonShape = {
  type: "object",
  required: ["ok", "reason"],
  properties: {
    ok: { const: false },
    commandId: { type: ["string", "null"], format: "uuid" },
    status: { type: "integer", description: "In a list only" },
    reason: { enum: Object.keys(STATUS_OF) },
    issues: {
      type: "array",
      description: "What is wrong with which field of the payload",
      items: {
        type: "object",
        required: ["path", "code"],
        properties: {
          path: { type: "string", description: "Dot-joined; items by index: `scores.2.note`" },
          code: { type: "string" },
          params: { type: "object", additionalProperties: { type: ["string", "number"] } },
        },
      },
    },
    details: { type: "object", description: "Of the reason: versions, limits, states" },
    current: { type: "object", description: "On a conflict: what stands now" },
  },
};

/** An envelope with the payload of one type of command. */
function commandShape(type: (typeof COMMAND_TYPES)[number]): JsonShape {
  const { schema, summary } = COMMANDS[type];
  const payload = toJson(schema, "input") as Shape;
  // The envelope carries it.
  delete payload.properties?.commandId;
  payload.required = payload.required?.filter((name) => name !== "commandId");
  if (payload.properties && "document" in payload.properties) {
    payload.properties.document = {
      description: "The document of the named stage",
      anyOf: STAGE_KINDS.map((kind) => ({ $ref: ref(documentName(kind)) })),
    };
    payload.required = [...(payload.required ?? []), "document"];
  }
  const envelope = toJson(envelopeSchema, "input") as Shape;
  return {
    ...envelope,
    description: summary,
    properties: { ...envelope.properties, type: { const: type }, payload },
  };
}

type Shape = { properties?: Record<string, unknown>; required?: string[] };

/** Zod's own translation, with what our fields say of themselves where it is blind. */
export function toJson(schema: z.ZodType, io: "input" | "output"): JsonShape {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override({ zodSchema, jsonSchema }) {
      const shape = shapeOf(zodSchema);
      if (!shape) return;
      for (const key of Object.keys(jsonSchema))
        delete (jsonSchema as Record<string, unknown>)[key];
      Object.assign(jsonSchema, shape);
    },
  });
  return json;
}

function paths(): JsonShape {
  const found: Record<string, Record<string, unknown>> = {};
  for (const route of ROUTES) {
    found[route.path] = { ...found[route.path], [route.method.toLowerCase()]: operation(route) };
  }
  return found;
}

function operation(route: ApiRoute): JsonShape {
  return {
    operationId: route.id,
    summary: route.summary,
    ...(route.open ? { security: [] } : { security: [{ session: [] }] }),
    parameters: parameters(route),
    ...(route.takesCommands
      ? {
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: {
                  oneOf: [
                    { $ref: ref("Command") },
                    {
                      type: "array",
                      minItems: 1,
                      maxItems: MAX_COMMANDS,
                      items: { $ref: ref("Command") },
                    },
                  ],
                },
              },
            },
          },
        }
      : {}),
    ...(route.upload ? { requestBody: uploadBody(route.upload) } : {}),
    ...(route.bytes ? { requestBody: bytesBody(route.bytes) } : {}),
    responses: Object.fromEntries(
      Object.entries(route.responses).map(([status, response]) => [
        status,
        {
          description: response.description,
          ...(response.tagged ? { headers: { ETag: { schema: { type: "string" } } } } : {}),
          ...(response.body === undefined
            ? {}
            : {
                content: {
                  [response.type ?? "application/json"]: { schema: bodyShape(response.body) },
                },
              }),
        },
      ]),
    ),
  };
}

function uploadBody(options: z.ZodType): JsonShape {
  return {
    required: true,
    content: {
      "multipart/form-data": {
        schema: {
          type: "object",
          required: ["file"],
          properties: {
            file: { type: "string", format: "binary" },
            options: toJson(options, "input"),
          },
        },
        encoding: { options: { contentType: "application/json" } },
      },
    },
  };
}

function bytesBody(type: string): JsonShape {
  return { content: { [type]: { schema: { type: "string", format: "binary" } } } };
}

function bodyShape(body: NonNullable<ApiRoute["responses"][number]["body"]>): JsonShape {
  if (body === "Refusal") return { $ref: ref("Refusal") };
  if (body === "Outcomes") {
    return {
      oneOf: [
        { $ref: ref("Outcome") },
        {
          type: "object",
          description: "For a list: one outcome a command, in order",
          required: ["ok", "results"],
          properties: {
            ok: { const: true },
            results: { type: "array", items: { $ref: ref("Outcome") } },
          },
        },
      ],
    };
  }
  return body instanceof z.ZodType ? toJson(body, "output") : body;
}

function parameters(route: ApiRoute): JsonShape[] {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: route.choices?.[name ?? ""]
      ? { enum: route.choices[name ?? ""] }
      : // An id, or an address that says more than one.
        { type: "string", ...(/Id$/.test(name ?? "") ? { format: "uuid" } : {}) },
  }));
  const query = route.query ? (toJson(route.query, "input") as Shape) : {};
  const inQuery = Object.entries(query.properties ?? {}).map(([name, schema]) => ({
    name,
    in: "query",
    required: query.required?.includes(name) ?? false,
    schema,
  }));
  const conditional = Object.values(route.responses).some(({ tagged }) => tagged)
    ? [{ name: "If-None-Match", in: "header", required: false, schema: { type: "string" } }]
    : [];
  const inHeaders = Object.entries(route.headers ?? {}).map(([name, description]) => ({
    name,
    in: "header",
    required: true,
    schema: { type: "string", description },
  }));
  return [...inPath, ...inQuery, ...inHeaders, ...conditional];
}
