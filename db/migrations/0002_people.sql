-- One position a person at a time; acting stands beside it.
ALTER TABLE employments ADD CONSTRAINT employments_no_overlap
  EXCLUDE USING gist (person_id WITH =, valid WITH &&) WHERE (kind <> 'acting');
-- A team belongs to its site.
ALTER TABLE employments ADD CONSTRAINT employments_team_site
  FOREIGN KEY (team_id, site_id) REFERENCES teams (id, site_id);
-- A team has one supervisor at a time; deputies stand beside.
ALTER TABLE grants ADD CONSTRAINT grants_one_supervisor
  EXCLUDE USING gist (team_id WITH =, valid WITH &&) WHERE (role = 'supervisor' AND NOT deputy);
ALTER TABLE mentorships ADD CONSTRAINT mentorships_one_mentor
  EXCLUDE USING gist (mentee_id WITH =, valid WITH &&);

-- The employment that holds today, the one place that says what "now" means; acting does not move anybody. Written as two
-- comparisons and not as valid @> today, of which the planner expects one row in a thousand and then sorts everybody.
CREATE VIEW current_employments WITH (security_invoker = true) AS
  SELECT e.id, e.person_id, e.position_id, e.site_id, e.team_id, lower(e.valid) AS since
  FROM employments e
  JOIN sites s ON s.id = e.site_id
  WHERE e.kind <> 'acting'
    AND lower(e.valid) <= (now() AT TIME ZONE s.time_zone)::date
    AND (upper_inf(e.valid) OR upper(e.valid) > (now() AT TIME ZONE s.time_zone)::date);

CREATE VIEW current_grants WITH (security_invoker = true) AS
  SELECT g.id, g.person_id, g.role, g.team_id, g.site_id, g.deputy, g.valid
  FROM grants g WHERE g.valid @> now();
