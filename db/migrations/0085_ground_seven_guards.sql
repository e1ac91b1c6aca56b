-- A name of a place in the tz database: offsets and shorthands, which Postgres would take too, know no summer time.
CREATE FUNCTION is_time_zone(zone text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF zone !~ '^(UTC|[A-Za-z_]+(/[A-Za-z_-]+)+)$' THEN RETURN false; END IF;
  PERFORM now() AT TIME ZONE zone;
  RETURN true;
EXCEPTION WHEN invalid_parameter_value THEN RETURN false;
END $$;
--> statement-breakpoint
ALTER TABLE sites ADD CONSTRAINT sites_time_zone CHECK (is_time_zone(time_zone));
--> statement-breakpoint
-- Shifts are moments: another zone would move the hours of everybody who has one.
CREATE FUNCTION keep_time_zone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM shifts WHERE site_id = NEW.id) THEN
    RAISE EXCEPTION 'the site has shifts' USING ERRCODE = '23514', CONSTRAINT = 'sites_zone_planned';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER sites_keep_time_zone BEFORE UPDATE OF time_zone ON sites FOR EACH ROW
  WHEN (OLD.time_zone <> NEW.time_zone) EXECUTE FUNCTION keep_time_zone();
--> statement-breakpoint
-- The first day of a team's site on which nobody belongs to it any more.
CREATE FUNCTION team_ended_on(ended_at timestamptz, site uuid) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (ended_at AT TIME ZONE s.time_zone)::date FROM sites s WHERE s.id = site
$$;
--> statement-breakpoint
-- An ended team takes nobody new. Asked once a statement, as people come by thousands; the lock lets an end and a newcomer at the
-- same moment wait for each other.
CREATE FUNCTION refuse_ended_team() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM teams WHERE id IN (SELECT team_id FROM added) ORDER BY id FOR SHARE;
  IF EXISTS (
    SELECT FROM added a JOIN teams t ON t.id = a.team_id
    WHERE t.ended_at IS NOT NULL
      AND (upper_inf(a.valid) OR upper(a.valid) > team_ended_on(t.ended_at, t.site_id))
  ) THEN
    RAISE EXCEPTION 'the team has ended' USING ERRCODE = '23514', CONSTRAINT = 'employments_team_open';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER employments_team_open AFTER INSERT ON employments
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_ended_team();
--> statement-breakpoint
CREATE TRIGGER employments_team_still_open AFTER UPDATE ON employments
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_ended_team();
--> statement-breakpoint
CREATE FUNCTION refuse_role_in_ended_team() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ended timestamptz;
BEGIN
  SELECT ended_at INTO ended FROM teams WHERE id = NEW.team_id FOR SHARE;
  IF ended < coalesce(upper(NEW.valid), 'infinity') THEN
    RAISE EXCEPTION 'the team has ended' USING ERRCODE = '23514', CONSTRAINT = 'grants_team_open';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER grants_team_open BEFORE INSERT ON grants FOR EACH ROW
  WHEN (NEW.team_id IS NOT NULL) EXECUTE FUNCTION refuse_role_in_ended_team();
--> statement-breakpoint
-- A team ends when nobody is in it or will be.
CREATE FUNCTION refuse_busy_team() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ends date := team_ended_on(NEW.ended_at, NEW.site_id);
BEGIN
  IF EXISTS (
    SELECT FROM employments e WHERE e.team_id = NEW.id AND (upper_inf(e.valid) OR upper(e.valid) > ends)
  ) THEN
    RAISE EXCEPTION 'the team has people' USING ERRCODE = '23514', CONSTRAINT = 'teams_busy';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER teams_busy BEFORE UPDATE OF ended_at ON teams FOR EACH ROW
  WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION refuse_busy_team();
--> statement-breakpoint
-- No team begins to serve a client who has gone, and no client goes while a team serves them.
CREATE FUNCTION refuse_ended_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT p.ended_at IS NOT NULL FROM projects p WHERE p.id = NEW.project_id FOR SHARE) THEN
    RAISE EXCEPTION 'the project has ended' USING ERRCODE = '23514', CONSTRAINT = 'teams_project_open';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER teams_project_open BEFORE INSERT OR UPDATE OF project_id ON teams FOR EACH ROW
  WHEN (NEW.project_id IS NOT NULL AND NEW.ended_at IS NULL) EXECUTE FUNCTION refuse_ended_project();
--> statement-breakpoint
CREATE FUNCTION refuse_served_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM teams WHERE project_id = NEW.id AND ended_at IS NULL) THEN
    RAISE EXCEPTION 'teams serve the project' USING ERRCODE = '23514', CONSTRAINT = 'projects_busy';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER projects_busy BEFORE UPDATE OF ended_at ON projects FOR EACH ROW
  WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION refuse_served_project();

