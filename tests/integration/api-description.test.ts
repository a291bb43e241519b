import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openApi } from "@/lib/api/openapi";
import { referencePage } from "@/lib/api/reference";

const root = path.resolve(import.meta.dirname, "../..");

/** Routes whose shape is not ours, next-auth's and Prometheus's; and what answers everything else. */
const OTHERS = ["/api/auth/{...nextauth}", "/api/metrics", "/api/{...nowhere}"];

/** What Next serves under /api: the method and the address of every exported handler. */
function served(): string[] {
  const folder = path.join(root, "app/api");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts"))
    .flatMap((file) => {
      const address = `/api/${path.dirname(file)}`.replaceAll(/\[(.+?)\]/g, "{$1}");
      const source = readFileSync(path.join(folder, file), "utf8");
      const methods = source.matchAll(
        /export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g,
      );
      return OTHERS.includes(address)
        ? []
        : [...methods].map(([, method]) => `${method} ${address}`);
    })
    .sort();
}

const description = openApi() as {
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, Record<string, unknown>> };
};

describe("the description of the API", () => {
  it("names the routes that there are, and no others", () => {
    const described = Object.entries(description.paths).flatMap(([address, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${address}`),
    );
    expect(described.sort()).toEqual(served());
    expect(served().length).toBeGreaterThan(4);
  });

  it("leads nowhere that is not there", () => {
    const text = JSON.stringify(description);
    const names = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect(description.components.schemas).toHaveProperty([name ?? ""]);
  });

  it("says what fields take, which Zod alone cannot see", () => {
    const { EVALUATE_document: document } = description.components.schemas;
    expect(document).toMatchObject({
      type: "object",
      properties: {
        summary: { type: "string", maxLength: expect.any(Number) },
        scores: { items: { properties: { value: { minimum: 0, maximum: 100 } } } },
      },
    });
    expect(JSON.stringify(description.components.schemas.CREATE_ASSIGNMENTS_command)).toContain(
      '"instructions":{"type":"string","maxLength":2000',
    );
  });

  it("stands in docs as it is served", () => {
    const file = (name: string) => readFileSync(path.join(root, "docs/api", name), "utf8");
    // Both are written by: npm run api:docs
    expect(file("openapi.json")).toBe(`${JSON.stringify(description, null, 2)}\n`);
    expect(file("README.md")).toBe(referencePage(description));
  });
});
