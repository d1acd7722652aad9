CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" bigint NOT NULL,
	"by" jsonb,
	"by_user_id" text,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"about" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recording_shares" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"recording_id" text NOT NULL,
	"by_user_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recordings" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"snapshot" jsonb NOT NULL,
	"search" text NOT NULL,
	"kind" text GENERATED ALWAYS AS (snapshot #>> '{kind}') STORED NOT NULL,
	"call_id" text GENERATED ALWAYS AS (snapshot #>> '{callId}') STORED NOT NULL,
	"queue_id" text GENERATED ALWAYS AS (snapshot #>> '{queue,id}') STORED,
	"started_at" bigint GENERATED ALWAYS AS ((snapshot #>> '{startedAt}')::bigint) STORED NOT NULL,
	"length_ms" bigint GENERATED ALWAYS AS ((snapshot #>> '{lengthMs}')::bigint) STORED NOT NULL,
	"keep_until" bigint GENERATED ALWAYS AS ((snapshot #>> '{keepUntil}')::bigint) STORED,
	"exempt" boolean GENERATED ALWAYS AS ((snapshot #>> '{exempt}') is not null) STORED NOT NULL,
	"handled" boolean GENERATED ALWAYS AS ((snapshot #>> '{handled}') is not null) STORED NOT NULL,
	"transcript" text GENERATED ALWAYS AS (snapshot #>> '{transcript}') STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transcripts" (
	"recording_id" text PRIMARY KEY NOT NULL,
	"snapshot" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "worklist" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"snapshot" jsonb NOT NULL,
	"search" text NOT NULL,
	"call_id" text GENERATED ALWAYS AS (snapshot #>> '{callId}') STORED NOT NULL,
	"queue_id" text GENERATED ALWAYS AS (snapshot #>> '{queue,id}') STORED,
	"caller_number" text GENERATED ALWAYS AS (snapshot #>> '{caller,number}') STORED,
	"owner_user_id" text GENERATED ALWAYS AS (snapshot #>> '{owner,userId}') STORED,
	"missed_at" bigint GENERATED ALWAYS AS ((snapshot #>> '{missedAt}')::bigint) STORED NOT NULL,
	"done" boolean GENERATED ALWAYS AS ((snapshot #>> '{done}') is not null) STORED NOT NULL,
	"done_at" bigint GENERATED ALWAYS AS ((snapshot #>> '{done,at}')::bigint) STORED
);
--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "recording" jsonb DEFAULT '{"when":"onDemand","notice":"none","keepDays":90}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "voicemail" jsonb DEFAULT '{"unanswered":true,"closed":true,"greeting":"","keepDays":30,"emailTo":""}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "recording_shares" ADD CONSTRAINT "recording_shares_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recordings" ADD CONSTRAINT "recordings_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transcripts" ADD CONSTRAINT "transcripts_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_of_subject" ON "audit_log" USING btree ("subject","id");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "recording_shares_of" ON "recording_shares" USING btree ("recording_id");--> statement-breakpoint
CREATE INDEX "recording_shares_expired" ON "recording_shares" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "recordings_recent" ON "recordings" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "recordings_of_call" ON "recordings" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "recordings_due" ON "recordings" USING btree ("keep_until") WHERE not exempt;--> statement-breakpoint
CREATE INDEX "recordings_new" ON "recordings" USING btree ("started_at") WHERE kind = 'voicemail' and not handled;--> statement-breakpoint
CREATE INDEX "recordings_untranscribed" ON "recordings" USING btree ("started_at") WHERE transcript = 'pending';--> statement-breakpoint
CREATE INDEX "worklist_recent" ON "worklist" USING btree ("missed_at");--> statement-breakpoint
CREATE INDEX "worklist_of_call" ON "worklist" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "worklist_done" ON "worklist" USING btree ("done_at");--> statement-breakpoint
CREATE UNIQUE INDEX "worklist_open" ON "worklist" USING btree ("caller_number",coalesce(queue_id, '')) WHERE not done and caller_number is not null;