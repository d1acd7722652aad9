CREATE TABLE "call_quality" (
	"call_id" text NOT NULL,
	"console_id" text NOT NULL,
	"at" bigint NOT NULL,
	"lost" double precision NOT NULL,
	"jitter_ms" double precision NOT NULL,
	"round_trip_ms" double precision,
	"one_way_seconds" double precision NOT NULL,
	CONSTRAINT "call_quality_call_id_at_console_id_pk" PRIMARY KEY("call_id","at","console_id")
);
--> statement-breakpoint
CREATE TABLE "user_preferences" (
	"user_id" text PRIMARY KEY NOT NULL,
	"preferences" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_status" (
	"user_id" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint
);
--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "opening_hours" jsonb;--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "time_zone" text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE "call_quality" ADD CONSTRAINT "call_quality_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_preferences" ADD CONSTRAINT "user_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_status" ADD CONSTRAINT "user_status_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calls_of_caller" ON "calls" USING btree ("caller_number","arrived_at");