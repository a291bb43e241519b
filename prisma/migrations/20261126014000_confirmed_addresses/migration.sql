-- Why: whoever changes the own address shows that it is theirs, where letters leave by themselves. The
-- new one waits on the link that is sent to it.

ALTER TYPE "OneTimeLinkPurpose" ADD VALUE 'CONFIRM_EMAIL';
ALTER TYPE "MailKind" ADD VALUE 'EMAIL_CONFIRMATION';
ALTER TABLE "one_time_links" ADD COLUMN "new_email" TEXT;
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_new_email_check"
  CHECK (("purpose"::text = 'CONFIRM_EMAIL') = ("new_email" IS NOT NULL));
