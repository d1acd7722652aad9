CREATE TABLE "hidden_templates" (
	"user_id" text NOT NULL,
	"language" text NOT NULL,
	"template_id" text NOT NULL,
	CONSTRAINT "hidden_templates_user_id_language_template_id_pk" PRIMARY KEY("user_id","language","template_id")
);
--> statement-breakpoint
CREATE TABLE "reply_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hidden_templates" ADD CONSTRAINT "hidden_templates_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_templates" ADD CONSTRAINT "reply_templates_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reply_templates_of_user" ON "reply_templates" USING btree ("user_id","position");