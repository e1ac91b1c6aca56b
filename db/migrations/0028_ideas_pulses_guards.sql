ALTER TABLE pulse_answers ADD CONSTRAINT pulse_answers_key FOREIGN KEY (pulse_id, site_id) REFERENCES pulse_keys (pulse_id, site_id);
ALTER TABLE pulse_answers ADD CONSTRAINT pulse_answers_place FOREIGN KEY (pulse_id, team_id) REFERENCES pulse_places (pulse_id, place_id);

-- What was promised when a pulse opened does not change, and what was published is published once.
CREATE FUNCTION keep_pulse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.published_at IS NOT NULL
    OR (OLD.id, OLD.question, OLD.opens_on, OLD.closes_on, OLD.least, OLD.least_for_comments)
      IS DISTINCT FROM (NEW.id, NEW.question, NEW.opens_on, NEW.closes_on, NEW.least, NEW.least_for_comments) THEN
    RAISE EXCEPTION 'a pulse stays as it opened' USING ERRCODE = '23514', CONSTRAINT = 'pulses_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pulses_kept BEFORE UPDATE OR DELETE ON pulses FOR EACH ROW EXECUTE FUNCTION keep_pulse();
CREATE TRIGGER pulse_results_append_only BEFORE UPDATE OR DELETE ON pulse_results FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER pulse_places_append_only BEFORE UPDATE OR DELETE ON pulse_places FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER pulse_keys_append_only BEFORE UPDATE OR DELETE ON pulse_keys FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_closed_pulse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM pulses WHERE id = NEW.pulse_id AND published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'this pulse is over' USING ERRCODE = '23514', CONSTRAINT = 'pulse_answers_open';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pulse_answers_open BEFORE INSERT ON pulse_answers FOR EACH ROW EXECUTE FUNCTION refuse_closed_pulse();
CREATE TRIGGER pulse_results_once BEFORE INSERT ON pulse_results FOR EACH ROW EXECUTE FUNCTION refuse_closed_pulse();
