import "server-only";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import type { FileSettings } from "@/lib/platform/env";
import type { FileStorage } from "@/lib/platform/storage";

/** Files in a bucket of any S3 server. Nothing in it is public: Lokus reads for whoever may see. */
export function s3Storage(settings: FileSettings & { S3_BUCKET: string }): FileStorage {
  const Bucket = settings.S3_BUCKET;
  const prefix = settings.S3_PREFIX;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  const client = new S3Client({
    region: settings.S3_REGION,
    // Servers of one's own are reached by a path; few have a host name for each bucket.
    ...(settings.S3_ENDPOINT ? { endpoint: settings.S3_ENDPOINT, forcePathStyle: true } : {}),
    ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
    // Checksums beyond those of the protocol are not understood by every server.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: 3,
  });
  return {
    async put(name, bytes) {
      await client.send(
        new PutObjectCommand({
          Bucket,
          Key: prefix + name,
          Body: bytes,
          ContentLength: bytes.byteLength,
        }),
      );
    },
    async get(name) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: prefix + name }));
        return Body ? Buffer.from(await Body.transformToByteArray()) : null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    async remove(name) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: prefix + name }));
    },
    async *names() {
      let after: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket, Prefix: prefix, ContinuationToken: after }),
        );
        for (const { Key } of page.Contents ?? []) {
          if (Key !== undefined) yield Key.slice(prefix.length);
        }
        after = page.IsTruncated ? page.NextContinuationToken : undefined;
      } while (after !== undefined);
    },
  };
}
