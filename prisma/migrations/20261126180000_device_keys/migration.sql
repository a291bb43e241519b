-- What lies on a phone must open again whatever becomes of the installation's secret: its key is kept.
CREATE TABLE "device_keys" (
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "device_keys_pkey" PRIMARY KEY ("person_id"),
    -- 256 bits in base64.
    CONSTRAINT "device_keys_key_check" CHECK ("key" ~ '^[A-Za-z0-9+/]{43}=$')
);

ALTER TABLE "device_keys" ADD CONSTRAINT "device_keys_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
