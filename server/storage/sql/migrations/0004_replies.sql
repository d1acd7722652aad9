CREATE TABLE "replies" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"snapshot" jsonb NOT NULL,
	"search" text NOT NULL,
	"call_id" text GENERATED ALWAYS AS (snapshot #>> '{callId}') STORED NOT NULL,
	"queue_id" text GENERATED ALWAYS AS (snapshot #>> '{queue,id}') STORED,
	"by_user_id" text GENERATED ALWAYS AS (snapshot #>> '{by,userId}') STORED NOT NULL,
	"sent_at" bigint GENERATED ALWAYS AS ((snapshot #>> '{sentAt}')::bigint) STORED NOT NULL,
	"answer" text GENERATED ALWAYS AS (snapshot #>> '{answer}') STORED,
	"handled" boolean GENERATED ALWAYS AS ((snapshot #>> '{handled}') is not null) STORED NOT NULL
);
--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "replies_recent" ON "replies" USING btree ("sent_at");--> statement-breakpoint
CREATE INDEX "replies_open" ON "replies" USING btree ("sent_at") WHERE not handled;--> statement-breakpoint
CREATE INDEX "replies_of_call" ON "replies" USING btree ("call_id");