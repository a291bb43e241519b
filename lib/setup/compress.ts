import fs from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { inProject } from "./paths";

const brotli = promisify(zlib.brotliCompress);

/**
 * Lays a brotli version beside each script and style of a build, for who reads it: a sixth less than
 * the gzip that Next makes while it answers. next.config.js leads there, whatever file is asked for,
 * so that none may be missing.
 */
export async function compressBuild(folder: string): Promise<void> {
  const chunks = inProject(folder, "static", "chunks");
  const files = await fs.readdir(chunks, { recursive: true });
  await Promise.all(
    files
      .filter((file) => /\.(?:js|css)$/.test(file))
      .map(async (file) => {
        const plain = path.join(chunks, file);
        await fs.writeFile(`${plain}.br`, await brotli(await fs.readFile(plain)));
      }),
  );
}
