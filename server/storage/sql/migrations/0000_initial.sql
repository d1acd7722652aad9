CREATE TABLE "calls" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"snapshot" jsonb NOT NULL,
	"state" text GENERATED ALWAYS AS (snapshot #>> '{state}') STORED NOT NULL,
	"direction" text GENERATED ALWAYS AS (snapshot #>> '{direction}') STORED NOT NULL,
	"queue_id" text GENERATED ALWAYS AS (snapshot #>> '{queue,id}') STORED,
	"caller_number" text GENERATED ALWAYS AS (snapshot #>> '{caller,number}') STORED,
	"caller_name" text GENERATED ALWAYS AS (snapshot #>> '{caller,name}') STORED,
	"agent_user_id" text GENERATED ALWAYS AS (snapshot #>> '{agent,userId}') STORED,
	"arrived_at" bigint GENERATED ALWAYS AS ((snapshot #>> '{arrivedAt}')::bigint) STORED NOT NULL,
	"answered_at" bigint GENERATED ALWAYS AS ((snapshot #>> '{answeredAt}')::bigint) STORED,
	"ended_at" bigint GENERATED ALWAYS AS (case when snapshot #>> '{state}' = 'ended' then (snapshot #>> '{at}')::bigint end) STORED,
	"end_reason" text GENERATED ALWAYS AS (case when snapshot #>> '{state}' = 'ended' then snapshot #>> '{reason}' end) STORED
);
--> statement-breakpoint
CREATE TABLE "numbers" (
	"number" text PRIMARY KEY NOT NULL,
	"queue_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "queue_members" (
	"queue_id" text NOT NULL,
	"user_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "queue_members_queue_id_user_id_pk" PRIMARY KEY("queue_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "queues" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"answer_within_seconds" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"call_id" text,
	"call_version" integer,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stream_head" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"sequence" bigint NOT NULL,
	CONSTRAINT "stream_head_alone" CHECK ("stream_head"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "consoles" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"signed_in_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" text NOT NULL,
	"console_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"ended_at" bigint,
	"user_agent" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"extension" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"disabled" boolean DEFAULT false NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "numbers" ADD CONSTRAINT "numbers_queue_id_queues_id_fk" FOREIGN KEY ("queue_id") REFERENCES "public"."queues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_members" ADD CONSTRAINT "queue_members_queue_id_queues_id_fk" FOREIGN KEY ("queue_id") REFERENCES "public"."queues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_members" ADD CONSTRAINT "queue_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consoles" ADD CONSTRAINT "consoles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_console_id_consoles_id_fk" FOREIGN KEY ("console_id") REFERENCES "public"."consoles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calls_live" ON "calls" USING btree ("arrived_at") WHERE state <> 'ended';--> statement-breakpoint
CREATE INDEX "calls_recent" ON "calls" USING btree ("arrived_at");--> statement-breakpoint
CREATE INDEX "queue_members_user" ON "queue_members" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "events_story" ON "events" USING btree ("call_id","call_version");--> statement-breakpoint
CREATE INDEX "events_passing" ON "events" USING btree ("at") WHERE "events"."call_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token_hash" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_open" ON "sessions" USING btree ("user_id") WHERE "sessions"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "sessions_ended" ON "sessions" USING btree ("ended_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_taken" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "users_extension_taken" ON "users" USING btree ("extension");