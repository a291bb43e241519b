import { crc32, deflateSync } from "node:zlib";
import fc from "fast-check";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { holdsPage, walkJpeg, walkPng, walkWebp } from "@/lib/file/parsing";

/** A picture with grain, so that its data is no row of zeros. */
const grain = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#777",
      noise: { type: "gaussian", mean: 128, sigma: 30 },
    },
  });

const walks = {
  jpeg: walkJpeg,
  png: (bytes: Uint8Array) => walkPng(bytes, crc32),
  webp: walkWebp,
};
type Kind = keyof typeof walks;
const KINDS = Object.keys(walks) as Kind[];
const whole = {} as Record<Kind, Buffer[]>;

beforeAll(async () => {
  const make = (width: number, height: number) => grain(width, height);
  whole.jpeg = await Promise.all([
    make(97, 61).jpeg().toBuffer(),
    make(64, 200).jpeg({ progressive: true }).toBuffer(),
    make(33, 17).jpeg({ quality: 100, chromaSubsampling: "4:4:4" }).toBuffer(),
    make(40, 30)
      .grayscale()
      .jpeg()
      .withExif({ IFD0: { Model: "HP" } })
      .toBuffer(),
  ]);
  whole.png = await Promise.all([
    make(97, 61).png().toBuffer(),
    make(31, 19).png({ palette: true }).toBuffer(),
    make(31, 19)
      .png({ progressive: true })
      .withExif({ IFD0: { Model: "HP" } })
      .toBuffer(),
  ]);
  whole.webp = await Promise.all([
    make(97, 61).webp().toBuffer(),
    make(31, 19).webp({ lossless: true }).toBuffer(),
    make(31, 19)
      .ensureAlpha(0.5)
      .webp()
      .withExif({ IFD0: { Model: "HP" } })
      .toBuffer(),
  ]);
});

const samples = () => KINDS.flatMap((kind) => whole[kind].map((bytes) => ({ kind, bytes })));
const sample = () =>
  fc.nat().map((n) => samples()[n % samples().length] as ReturnType<typeof samples>[number]);

describe("a picture that is whole", () => {
  it("says how large it is, as its decoder does", async () => {
    for (const { kind, bytes } of samples()) {
      const { width, height } = await sharp(bytes).metadata();
      expect(walks[kind](bytes)).toEqual({ width, height });
    }
  });

  it("stays so, whatever follows its end", () => {
    fc.assert(
      fc.property(sample(), fc.uint8Array({ maxLength: 200 }), ({ kind, bytes }, more) => {
        expect(walks[kind](Buffer.concat([bytes, more]))).toEqual(walks[kind](bytes));
      }),
    );
  });
});

describe("a picture that is cut off", () => {
  it("is none, wherever it ends", () => {
    fc.assert(
      fc.property(sample(), fc.nat(), ({ kind, bytes }, n) => {
        expect(walks[kind](bytes.subarray(0, n % bytes.length))).toBeNull();
      }),
      { numRuns: 1_000 },
    );
    for (const { kind, bytes } of samples()) {
      expect(walks[kind](bytes.subarray(0, -1))).toBeNull();
      expect(walks[kind](bytes.subarray(0, 0))).toBeNull();
    }
  });
});

describe("what only begins like a picture", () => {
  it("is none, and the walk ends", () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.uint8Array({ maxLength: 2_000 }), (kind, noise) => {
        const head = (whole[kind][0] as Buffer).subarray(0, kind === "jpeg" ? 2 : 12);
        const size = walks[kind](Buffer.concat([head, noise]));
        // What chance makes whole has a size at least.
        if (size) expect(size.width * size.height).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is looked at without an error, whichever bytes of it are others", () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(sample(), fc.array(change, { maxLength: 20 }), ({ kind, bytes }, changes) => {
        const other = Buffer.from(bytes);
        for (const [at, byte] of changes) other[at % other.length] = byte;
        const size = walks[kind](other);
        if (size) expect(size.width * size.height).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("a JPEG", () => {
  const parts = () => {
    const [bytes] = whole.jpeg as [Buffer];
    const frame = bytes.indexOf(Buffer.from("ffc0", "hex"));
    const scan = bytes.indexOf(Buffer.from("ffda", "hex"));
    return { bytes, frame, scan };
  };

  it("of a frame without a scan, of two frames, or without a size, is none", () => {
    const { bytes, frame, scan } = parts();
    const end = Buffer.from("ffd9", "hex");
    expect(walkJpeg(Buffer.concat([bytes.subarray(0, scan), end]))).toBeNull();
    const length = bytes.readUInt16BE(frame + 2) + 2;
    const twice = bytes.subarray(frame, frame + length);
    expect(
      walkJpeg(Buffer.concat([bytes.subarray(0, frame), twice, bytes.subarray(frame)])),
    ).toBeNull();
    const flat = Buffer.from(bytes);
    flat.writeUInt16BE(0, frame + 5);
    expect(walkJpeg(flat)).toBeNull();
  });

  it("that unfolds the picture again and again is none", () => {
    const { bytes, scan } = parts();
    const again = bytes.subarray(scan, -2);
    const scans = (count: number) =>
      Buffer.concat([
        bytes.subarray(0, scan),
        ...Array.from({ length: count }, () => again),
        bytes.subarray(-2),
      ]);
    expect(walkJpeg(scans(64))).toEqual({ width: 97, height: 61 });
    expect(walkJpeg(scans(65))).toBeNull();
  });

  it("that says it is large is believed before it is unfolded", () => {
    const { bytes, frame } = parts();
    const bomb = Buffer.from(bytes);
    bomb.writeUInt16BE(65_000, frame + 5);
    bomb.writeUInt16BE(65_000, frame + 7);
    expect(walkJpeg(bomb)).toEqual({ width: 65_000, height: 65_000 });
  });
});

describe("a PNG", () => {
  it("is what its checksums say: no byte of its picture is another", () => {
    const [bytes] = whole.png as [Buffer];
    const data = bytes.indexOf("IDAT");
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (n, flip) => {
        const other = Buffer.from(bytes);
        const at = data + (n % (bytes.length - data));
        other[at] = (other[at] ?? 0) ^ flip;
        expect(walkPng(other, crc32)).toBeNull();
      }),
    );
  });

  it("without data, or with its head elsewhere, is none", () => {
    const chunk = (type: string, data: Buffer) => {
      const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
      const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
      length.writeUInt32BE(data.length);
      sum.writeUInt32BE(crc32(named));
      return Buffer.concat([length, named, sum]);
    };
    const head = chunk("IHDR", Buffer.from("0000000100000001080200000000".slice(0, 26), "hex"));
    const data = chunk("IDAT", deflateSync(Buffer.alloc(4)));
    const end = chunk("IEND", Buffer.alloc(0));
    const signature = Buffer.from("89504e470d0a1a0a", "hex");
    const made = (...parts: Buffer[]) => walkPng(Buffer.concat([signature, ...parts]), crc32);
    expect(made(head, data, end)).toEqual({ width: 1, height: 1 });
    expect(made(head, end)).toBeNull();
    expect(made(data, head, end)).toBeNull();
    expect(made(head, head, data, end)).toBeNull();
  });
});

describe("a WebP", () => {
  it("whose inner picture is larger than it says counts as large as that", () => {
    const bytes = Buffer.from(whole.webp[2] as Buffer);
    expect(bytes.toString("latin1", 12, 16)).toBe("VP8X");
    bytes.writeUIntLE(0, 24, 3);
    expect(walkWebp(bytes)?.width).toBe(31);
  });
});

describe("a page in the bytes", () => {
  /** What it is by its letters, over all the text at once. */
  const PAGE = /<(?:script|html|svg)[\s>/][\s\x20-\x7e]{3}|<!doctype\s|<\?php\s/i;

  it("is found wherever a look at the whole text finds it, and nowhere else", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "<script",
        "<HTML",
        "<Svg",
        "<!DocType",
        "<?php",
        "<",
        ">",
        " ",
        "/",
        "abc",
        "\n",
      ),
      fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        expect(holdsPage(Buffer.from(text, "latin1"))).toBe(PAGE.test(text));
      }),
      { numRuns: 1_000 },
    );
  });
});
