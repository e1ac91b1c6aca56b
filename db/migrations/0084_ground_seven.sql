CREATE UNIQUE INDEX "channels_title" ON "channels" USING btree (lower("title" ->> 'uk'));--> statement-breakpoint
CREATE UNIQUE INDEX "projects_name" ON "projects" USING btree (lower("name" ->> 'uk')) WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "services_title" ON "services" USING btree (lower("title" ->> 'uk'));--> statement-breakpoint
CREATE UNIQUE INDEX "sites_name" ON "sites" USING btree (lower("name" ->> 'uk'));--> statement-breakpoint
CREATE UNIQUE INDEX "teams_name" ON "teams" USING btree ("site_id",lower("name" ->> 'uk')) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "teams_project" ON "teams" USING btree ("project_id");