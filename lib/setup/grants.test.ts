import { describe, expect, it } from "vitest";
import { grantStatements, roleOf } from "./grants";

const of = (name: string, kind: "table" | "sequence" = "table") =>
  grantStatements("app", [{ name, kind }]).slice(2);

describe("grants", () => {
  it("let the application work with an ordinary table", () => {
    expect(of("people")).toEqual([
      'REVOKE ALL ON TABLE "public"."people" FROM PUBLIC, "app"',
      'GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE "public"."people" TO "app"',
    ]);
  });

  it("let facts be added and read", () => {
    expect(of("revisions")[1]).toBe('GRANT SELECT, INSERT ON TABLE "public"."revisions" TO "app"');
  });

  it("let a stage change and never vanish", () => {
    expect(of("stages")[1]).toBe(
      'GRANT SELECT, INSERT, UPDATE ON TABLE "public"."stages" TO "app"',
    );
  });

  it("leave nothing of the migration history", () => {
    expect(of("_prisma_migrations")).toEqual([
      'REVOKE ALL ON TABLE "public"."_prisma_migrations" FROM PUBLIC, "app"',
    ]);
  });

  it("do not take a table for restricted by a name of every object", () => {
    expect(of("constructor")[1]).toContain("DELETE");
  });

  it("let sequences be used, not set", () => {
    expect(of("s", "sequence")[1]).toBe('GRANT USAGE, SELECT ON SEQUENCE "public"."s" TO "app"');
  });

  it("quote names", () => {
    expect(grantStatements('a"b', [])[0]).toBe('GRANT USAGE ON SCHEMA "public" TO "a""b"');
  });

  it("take the role from the connection string", () => {
    expect(roleOf("postgresql://lokus%40web:p@host/db")).toBe("lokus@web");
  });
});
