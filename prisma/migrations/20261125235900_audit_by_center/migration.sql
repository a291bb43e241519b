-- Why: the office reads the log of its centre, the latest first and a page at a time.

CREATE INDEX "audit_events_center_id_at_id_idx" ON "audit_events"("center_id", "at" DESC, "id" DESC);
