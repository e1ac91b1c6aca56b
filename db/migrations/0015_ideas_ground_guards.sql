ALTER TABLE sites ADD CONSTRAINT sites_workdays CHECK (
  workdays <@ '{1,2,3,4,5,6,7}'::smallint[] AND cardinality(workdays) BETWEEN 1 AND 7
);

-- Whether the people who answer for a site are at work on a day.
CREATE FUNCTION is_working_day(site uuid, day date) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(
    (SELECT d.worked FROM site_days d WHERE d.site_id = site AND d.on_date = day),
    (SELECT extract(isodow FROM day)::smallint = ANY (s.workdays) FROM sites s WHERE s.id = site))
$$;

-- The twins of domain/working-days.ts. A break longer than sixty days ends the search, so that a calendar without working days cannot hang.
CREATE FUNCTION add_working_days(site uuid, day date, count integer) RETURNS date LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  at date := CASE WHEN count > 0 THEN day + 1 ELSE day END;
  remaining integer := greatest(count, 1);
  off integer := 0;
BEGIN
  WHILE off <= 60 LOOP
    IF is_working_day(site, at) THEN
      remaining := remaining - 1;
      off := 0;
      IF remaining = 0 THEN RETURN at; END IF;
    ELSE
      off := off + 1;
    END IF;
    at := at + 1;
  END LOOP;
  RETURN at;
END $$;

CREATE FUNCTION working_days_between(site uuid, from_day date, to_day date) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN to_day < from_day THEN -1 ELSE 1 END * (
    SELECT count(*)::integer
    FROM sites s, generate_series(least(from_day, to_day) + 1, greatest(from_day, to_day), '1 day') g
    LEFT JOIN site_days d ON d.site_id = site AND d.on_date = g::date
    WHERE s.id = site AND coalesce(d.worked, extract(isodow FROM g)::smallint = ANY (s.workdays)))
$$;

