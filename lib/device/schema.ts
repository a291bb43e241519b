import { z } from "zod";
import { DEVICE_BOUNDS } from "@/lib/device/model";

const count = ({ min, max }: { min: number; max: number }) => z.number().int().min(min).max(max);

/** What one device of the sender holds unsent. Nothing at all takes its report off. */
export const reportDeviceSchema = z.object({
  commandId: z.uuid(),
  /** Random, made once on the device. */
  deviceId: z.uuid(),
  drafts: count(DEVICE_BOUNDS.drafts),
  photos: count(DEVICE_BOUNDS.photos),
  /** Since when the oldest of them waits, by the device's clock. */
  oldestAt: z.iso.datetime({ offset: true }).nullable(),
});
