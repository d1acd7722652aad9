ALTER TABLE "recordings" ADD COLUMN "written" "tsvector" NOT NULL;--> statement-breakpoint
ALTER TABLE "recordings" ADD COLUMN "spoken" "tsvector" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "recordings" ADD COLUMN "people" jsonb GENERATED ALWAYS AS (jsonb_path_query_array(snapshot, '$.people[*].userId')) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "recordings_words" ON "recordings" USING gin ((written || spoken)) WITH (fastupdate=false);--> statement-breakpoint
ALTER TABLE "recordings" DROP COLUMN "search";--> statement-breakpoint
-- What is only read for one page of a list is kept apart, so that going through them all is going through little.
ALTER TABLE "recordings" SET (toast_tuple_target = 128);
