import { describe, expect, it } from "vitest";
import { z } from "zod";
import { contentDisposition, fileResponse } from "@/lib/api/file";
import { MAX_UPLOAD_BYTES, readUpload } from "@/lib/api/upload";

const schema = z.object({ intent: z.enum(["preview", "import"]) });

function upload(fill: (form: FormData) => void): Request {
  const form = new FormData();
  fill(form);
  return new Request("http://localhost/api/x", { method: "POST", body: form });
}

const file = (bytes: string | Uint8Array<ArrayBuffer> = "a;b") => new Blob([bytes]);

describe("an uploaded file", () => {
  it("comes with its options, whatever it is called", async () => {
    const answer = await readUpload(
      upload((form) => {
        form.set("options", JSON.stringify({ intent: "preview" }));
        form.set("file", file(), "../../etc/passwd.xlsm");
      }),
      schema,
    );
    expect(answer).toEqual({
      ok: true,
      value: { file: new TextEncoder().encode("a;b"), options: { intent: "preview" } },
    });
  });

  it.each<[string, (form: FormData) => void, string]>([
    ["without a file", (form) => form.set("options", '{"intent":"preview"}'), "invalid"],
    ["as a text", (form) => form.set("file", "a;b"), "invalid"],
    [
      "with options that break a rule",
      (form) => {
        form.set("file", file());
        form.set("options", '{"intent":"delete"}');
      },
      "invalid",
    ],
    [
      "with options that are no JSON",
      (form) => {
        form.set("file", file());
        form.set("options", "{");
      },
      "malformed",
    ],
    [
      "twice",
      (form) => {
        form.append("file", file());
        form.append("file", file());
      },
      "malformed",
    ],
    [
      "that is too large",
      (form) => form.set("file", file(new Uint8Array(MAX_UPLOAD_BYTES + 1))),
      "too_large",
    ],
  ])("%s is refused", async (_, fill, reason) => {
    expect(await readUpload(upload(fill), schema)).toMatchObject({ ok: false, reason });
  });

  it("that goes on and on is read no further than it may be", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const request = new Request("http://localhost/api/x", {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: endless,
      duplex: "half",
    } as RequestInit);
    expect(await readUpload(request, schema)).toMatchObject({ reason: "too_large" });
    expect(sent).toBeLessThan(MAX_UPLOAD_BYTES + 1_000_000);
  });

  it("is a form, and a whole one", async () => {
    const plain = new Request("http://localhost/api/x", { method: "POST", body: "a" });
    expect(await readUpload(plain, schema)).toMatchObject({ reason: "unsupported_type" });
    const broken = new Request("http://localhost/api/x", {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: "--y\r\nnothing",
    });
    expect(await readUpload(broken, schema)).toMatchObject({ reason: "malformed" });
  });
});

describe("a download", () => {
  it("is kept by no cache, and is never shown in the window", () => {
    const { headers } = fileResponse({ bytes: Buffer.from("x"), name: "a.csv", kind: "csv" });
    expect(Object.fromEntries(headers)).toMatchObject({
      "cache-control": "private, no-store",
      "content-disposition": expect.stringMatching(/^attachment;/),
      "content-type": "text/csv; charset=utf-8",
    });
  });

  it("has a name that ends no header and leads nowhere", () => {
    const name = contentDisposition('Daftar "peserta"\r\nX: 1/../Déwi, 2018.xlsx');
    expect(name).not.toMatch(/[\r\n/]/);
    expect(name).toBe(
      "attachment; filename=\"Daftar -peserta-X- 1-..-Dewi, 2018.xlsx\"; filename*=UTF-8''Daftar%20-peserta-X-%201-..-D%C3%A9wi%2C%202018.xlsx",
    );
  });
});
