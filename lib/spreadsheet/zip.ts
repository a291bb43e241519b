import "server-only";
import { crc32, deflateRawSync } from "node:zlib";

/** The earliest time that ZIP knows: the same content gives the same bytes. 1 January 1980, 00:00. */
const DOS_DATE = 0x21;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;

/** What an archive of this kind may grow to: sizes and places are kept in 32 bits. */
const MAX_BYTES = 0xffffffff;
const MAX_FILES = 0xffff;

export interface ArchivedFile {
  name: string;
  content: string | Buffer;
}

/** Packs files into a ZIP archive, in their order. For archives well below 4 GB. */
export function packArchive(files: readonly ArchivedFile[]): Buffer {
  const archive = new Archive();
  const bodies = files.map((file) => archive.add(file));
  return Buffer.concat([...bodies, archive.end()]);
}

/** The same, a file at a time, so that an archive can be sent while it is made. */
export async function* streamArchive(
  files: AsyncIterable<ArchivedFile> | Iterable<ArchivedFile>,
): AsyncGenerator<Buffer> {
  const archive = new Archive();
  for await (const file of files) yield archive.add(file);
  yield archive.end();
}

/** An archive being written: what has gone out, and what its directory will say of it. */
class Archive {
  readonly #directory: Buffer[] = [];
  #offset = 0;

  /** The bytes of one file, to be written next. */
  add({ name, content }: ArchivedFile): Buffer {
    const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
    const packed = deflateRawSync(bytes);
    const nameBytes = Buffer.from(name, "utf8");
    // What the local header and the directory say alike. APPNOTE.TXT 4.3.7 and 4.3.12.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(UTF8_NAMES, 2);
    shared.writeUInt16LE(DEFLATED, 4);
    shared.writeUInt16LE(DOS_DATE, 8);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([signature(0x04034b50), shared, nameBytes, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(this.#offset, 10);
    this.#directory.push(
      Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), shared, rest, nameBytes]),
    );
    this.#offset += local.length;
    if (this.#offset > MAX_BYTES || this.#directory.length > MAX_FILES) {
      throw new Error("an archive of this kind holds no more");
    }
    return local;
  }

  /** The directory, which ends the archive. */
  end(): Buffer {
    const size = this.#directory.reduce((sum, entry) => sum + entry.length, 0);
    const end = Buffer.alloc(18);
    end.writeUInt16LE(this.#directory.length, 4);
    end.writeUInt16LE(this.#directory.length, 6);
    end.writeUInt32LE(size, 8);
    end.writeUInt32LE(this.#offset, 12);
    return Buffer.concat([...this.#directory, signature(0x06054b50), end]);
  }
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
