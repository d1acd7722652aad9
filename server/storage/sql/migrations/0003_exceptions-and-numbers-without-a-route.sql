ALTER TABLE "numbers" ALTER COLUMN "queue_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "exceptions" jsonb DEFAULT '[]'::jsonb NOT NULL;