-- Why: a code that was taken in the room without signal arrives later. The mark says so, because when it
-- was taken is what the phone claims.
ALTER TABLE "attendance_marks" ADD COLUMN "claimed_at" TIMESTAMPTZ(3);
ALTER TABLE "attendance_marks"
  ADD CONSTRAINT "attendance_marks_claim"
    CHECK ("claimed_at" IS NULL OR ("method" = 'CODE' AND "claimed_at" <= "marked_at"));
