import "server-only";
import { crc32, createInflateRaw } from "node:zlib";
import { type ReadLimits, SheetFlaw } from "@/lib/spreadsheet/sheet";

/**
 * A ZIP archive in memory, read by its central directory. Only what an XLSX needs: stored and
 * deflated entries. Nothing is unpacked before it is asked for, and unpacking stops at the limit by
 * counting what really comes out: the sizes that an archive states are claims.
 *
 * @see APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16
 */
export interface Archive {
  names: string[];
  has(name: string): boolean;
  /** The entry's bytes, piece by piece. */
  read(name: string): AsyncGenerator<Buffer>;
}

interface Entry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  compressed: number;
  /** Where the local header begins. */
  offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 0x0001;
/** Pieces in which stored entries are handed on; deflated ones come as zlib makes them. */
const PIECE = 64 * 1024;

/** @throws SheetFlaw */
export function openArchive(file: Buffer, limits: ReadLimits): Archive {
  const entries = new Map<string, Entry>();
  for (const entry of directoryOf(file, limits)) {
    // Two entries of one name would be read differently by two programs.
    if (entries.has(entry.name)) throw new SheetFlaw("damaged");
    entries.set(entry.name, entry);
  }
  let unzipped = 0;
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    async *read(name) {
      const entry = entries.get(name);
      if (!entry) throw new SheetFlaw("damaged");
      if (entry.flags & ENCRYPTED) throw new SheetFlaw("encrypted");
      let crc = 0;
      for await (const piece of unpacked(file, entry)) {
        unzipped += piece.length;
        if (unzipped > limits.maxUnzippedBytes) {
          throw new SheetFlaw("unzips_too_large", { max: limits.maxUnzippedBytes });
        }
        crc = crc32(piece, crc);
        yield piece;
      }
      if (crc !== entry.crc) throw new SheetFlaw("damaged");
    },
  };
}

function directoryOf(file: Buffer, limits: ReadLimits): Entry[] {
  const end = endOfDirectory(file);
  const count = file.readUInt16LE(end + 10);
  if (count > limits.maxEntries)
    throw new SheetFlaw("too_many_entries", { max: limits.maxEntries });
  let at = file.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      throw new SheetFlaw("damaged");
    }
    const nameLength = file.readUInt16LE(at + 28);
    const after = at + 46 + nameLength;
    if (after > file.length) throw new SheetFlaw("damaged");
    entries.push({
      name: file.toString("utf8", at + 46, after),
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      compressed: file.readUInt32LE(at + 20),
      offset: file.readUInt32LE(at + 42),
    });
    at = after + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** The record at the very end, behind at most 64 KB of comment. */
function endOfDirectory(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xffff); at -= 1) {
    if (file.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new SheetFlaw("damaged");
}

async function* unpacked(file: Buffer, entry: Entry): AsyncGenerator<Buffer> {
  const { offset, compressed, method } = entry;
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== LOCAL_HEADER) {
    throw new SheetFlaw("damaged");
  }
  const begin = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const packed = file.subarray(begin, begin + compressed);
  if (packed.length !== compressed) throw new SheetFlaw("damaged");
  if (method === STORED) {
    for (let at = 0; at < packed.length; at += PIECE) yield packed.subarray(at, at + PIECE);
    return;
  }
  if (method !== DEFLATED) throw new SheetFlaw("damaged");
  const inflate = createInflateRaw({ chunkSize: PIECE });
  inflate.end(packed);
  try {
    for await (const piece of inflate) yield piece as Buffer;
  } catch (error) {
    // zlib's own codes; a SheetFlaw of whoever reads does not pass here.
    if (error instanceof Error && "code" in error) throw new SheetFlaw("damaged");
    throw error;
  } finally {
    inflate.destroy();
  }
}
