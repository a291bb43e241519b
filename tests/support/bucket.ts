import S3rver from "s3rver";
import { fileSettings } from "@/lib/platform/env";
import { type FileStorage, openStorage } from "@/lib/platform/storage";
import { freePort } from "@/lib/setup/ports";

export interface Bucket {
  /** The files of an installation that has this part of the bucket to itself. */
  storage(prefix: string): FileStorage;
  close(): Promise<void>;
}

/** A server that speaks S3, with an empty bucket, which keeps what it gets in a folder. */
export async function serveBucket(folder: string): Promise<Bucket> {
  const port = await freePort("127.0.0.1");
  const server = new S3rver({
    address: "127.0.0.1",
    port,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: "lokus-files", configs: [] }],
  });
  await server.run();
  return {
    storage: (prefix) =>
      openStorage(
        fileSettings.parse({
          S3_BUCKET: "lokus-files",
          S3_ENDPOINT: `http://127.0.0.1:${port}`,
          S3_PREFIX: prefix,
          S3_ACCESS_KEY_ID: "S3RVER",
          S3_SECRET_ACCESS_KEY: "S3RVER",
        }),
      ),
    close: () => server.close(),
  };
}
