ALTER TABLE forecasts ADD CONSTRAINT forecasts_half_open
  CHECK (not isempty(span) and lower_inc(span) and not upper_inc(span) and not lower_inf(span) and not upper_inf(span));
--> statement-breakpoint
-- One expectation of a task at a site at any moment.
ALTER TABLE forecasts ADD CONSTRAINT forecasts_no_overlap
  EXCLUDE USING gist (site_id WITH =, task_id WITH =, span WITH &&);

