import { createReadStream, createWriteStream } from "node:fs";
import fs from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { SetupFailure } from "../failure";
import { isInside } from "./manifest";

/**
 * Plain ustar archives, which every `tar` opens: regular files only, by paths of at most 100 bytes
 * (255 with their folder), of any size.
 */

const BLOCK = 512;

/** One file for an archive: where it lies, and what it is called there. */
export interface TarEntry {
  name: string;
  file: string;
}

/** Packs files into an archive, in their order, and makes sure that it has reached the disk. */
export async function packTar(target: string, entries: readonly TarEntry[]): Promise<void> {
  async function* blocks() {
    for (const { name, file } of entries) {
      const { size } = await fs.stat(file);
      yield header(name, size);
      yield* createReadStream(file);
      yield Buffer.alloc(padding(size));
    }
    yield Buffer.alloc(2 * BLOCK);
  }
  await pipeline(Readable.from(blocks()), createWriteStream(target, { mode: 0o600 }));
  const handle = await fs.open(target, "r+");
  await handle.sync().finally(() => handle.close());
}

/**
 * Unpacks an archive into a folder, and says what was in it, in order.
 *
 * @throws SetupFailure when the file is not such an archive, is cut short, or would write elsewhere
 */
export async function unpackTar(source: string, folder: string): Promise<string[]> {
  const handle = await fs.open(source, "r");
  const names: string[] = [];
  try {
    const { size: length } = await handle.stat();
    let at = 0;
    for (;;) {
      const block = Buffer.alloc(BLOCK);
      const { bytesRead } = await handle.read(block, 0, BLOCK, at);
      if (bytesRead < BLOCK) throw damaged("it ends too early");
      at += BLOCK;
      if (block.every((byte) => byte === 0)) return names;
      const { name, size } = parseHeader(block);
      if (names.includes(name)) throw damaged(`${name} is in it twice`);
      if (names.some((other) => name.startsWith(`${other}/`) || other.startsWith(`${name}/`))) {
        throw damaged(`${name} is a file and a folder in it`);
      }
      if (at + size > length) throw damaged("it ends too early");
      const target = path.join(folder, ...name.split("/"));
      await fs.mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      if (size === 0) await fs.writeFile(target, "", { mode: 0o600 });
      else {
        await pipeline(
          createReadStream(source, { start: at, end: at + size - 1 }),
          createWriteStream(target, { mode: 0o600 }),
        );
      }
      names.push(name);
      at += size + padding(size);
    }
  } finally {
    await handle.close();
  }
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  const [prefix, rest] = splitName(name);
  block.write(rest, 0, 100, "utf8");
  block.write("0000600\0", 100, "latin1");
  block.write("0000000\0", 108, "latin1");
  block.write("0000000\0", 116, "latin1");
  if (size < 8 ** 11) block.write(`${size.toString(8).padStart(11, "0")}\0`, 124, "latin1");
  else {
    // Sizes above 8 GB stand in binary, which the first bit says.
    block.writeBigUInt64BE(BigInt(size), 128);
    block[124] = 0x80;
  }
  block.write("00000000000\0", 136, "latin1");
  block.write("        0", 148, "latin1");
  block.write("ustar\u000000", 257, "latin1");
  block.write(prefix, 345, 155, "utf8");
  block.write(`${checksum(block).toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return block;
}

/** A long path is kept in two parts, divided at a slash. */
function splitName(name: string): [prefix: string, rest: string] {
  if (Buffer.byteLength(name) <= 100) return ["", name];
  for (let at = name.indexOf("/"); at >= 0; at = name.indexOf("/", at + 1)) {
    const [prefix, rest] = [name.slice(0, at), name.slice(at + 1)];
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(rest) <= 100) return [prefix, rest];
  }
  throw new SetupFailure(`The name of a file is too long for the archive: ${name}`);
}

function parseHeader(block: Buffer): { name: string; size: number } {
  const stored = Number.parseInt(block.toString("latin1", 148, 156), 8);
  if (block.toString("latin1", 257, 262) !== "ustar" || stored !== checksum(block)) {
    throw damaged("it is not one of Lokus's archives, or was altered");
  }
  const text = (start: number, end: number) =>
    block.toString("utf8", start, end).replace(/\0[\s\S]*$/, "");
  const prefix = text(345, 500);
  const name = prefix ? `${prefix}/${text(0, 100)}` : text(0, 100);
  const type = block[156];
  if ((type !== 0x30 && type !== 0) || !isInside(name)) {
    throw damaged("it holds something that is no plain file");
  }
  const size =
    block[124] === 0x80 ? Number(block.readBigUInt64BE(128)) : Number.parseInt(text(124, 136), 8);
  if (!Number.isSafeInteger(size) || size < 0) throw damaged("the size of an entry is wrong");
  return { name, size };
}

/** The sum of a header's bytes, its own place counted as blanks. */
function checksum(block: Buffer): number {
  return block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);
}

/** A clear answer about a file that cannot be restored. */
export function damaged(why: string): SetupFailure {
  return new SetupFailure(`This backup cannot be used: ${why}.`, [
    "Nothing was changed. Use another copy of it, or an earlier backup.",
  ]);
}
