import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markup } from "./markup";

describe("markup", () => {
  it("escapes every value, in text and in attributes", () => {
    const name = `<script>alert("1")</script> & 'x'`;
    expect(markup`<a title="${name}">${name}</a>`.html).toBe(
      '<a title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</a>',
    );
  });

  it("lets pieces stand, alone and in lists, and leaves out what is absent", () => {
    const rows = ["a", "<b>"].map((text) => markup`<li>${text}</li>`);
    expect(markup`<ul>${rows}${null}${undefined}${false}${0}</ul>`.html).toBe(
      "<ul><li>a</li><li>&lt;b&gt;</li>0</ul>",
    );
  });

  it("never lets a value end its attribute, its text, or begin a tag", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { html } = markup`${text}`;
        expect(html).not.toMatch(/[<>"']/);
        expect(
          html
            .replaceAll("&lt;", "<")
            .replaceAll("&gt;", ">")
            .replaceAll("&quot;", '"')
            .replaceAll("&#39;", "'")
            .replaceAll("&amp;", "&"),
        ).toBe(text);
      }),
    );
  });
});
