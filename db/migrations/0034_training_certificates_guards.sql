-- A certificate says what was true when it was issued; it is revoked, never rewritten. A waiver gets none.
CREATE FUNCTION guard_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'certificates are revoked, never changed'
      USING ERRCODE = '23514', CONSTRAINT = 'certificates_immutable';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM completions c WHERE c.id = NEW.completion_id AND c.outcome = 'passed') THEN
    RAISE EXCEPTION 'a certificate stands on a pass' USING ERRCODE = '23514', CONSTRAINT = 'certificates_passed';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER certificates_guard BEFORE INSERT OR UPDATE OR DELETE ON certificates
  FOR EACH ROW EXECUTE FUNCTION guard_certificate();
--> statement-breakpoint
-- Nobody revokes their own, and what is revoked stays so.
CREATE FUNCTION guard_revocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'a revocation stays' USING ERRCODE = '23514', CONSTRAINT = 'certificate_revocations_immutable';
  END IF;
  IF EXISTS (SELECT 1 FROM certificates x JOIN completions c ON c.id = x.completion_id
    WHERE x.id = NEW.certificate_id AND c.person_id = NEW.revoked_by) THEN
    RAISE EXCEPTION 'by another person' USING ERRCODE = '23514', CONSTRAINT = 'certificate_revocations_by_another';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER certificate_revocations_guard BEFORE INSERT OR UPDATE OR DELETE ON certificate_revocations
  FOR EACH ROW EXECUTE FUNCTION guard_revocation();
--> statement-breakpoint
CREATE OR REPLACE VIEW held_trainings WITH (security_invoker = true) AS
  SELECT c.person_id, c.training_id, max(coalesce(c.valid_until, 'infinity'::date)) AS valid_until
  FROM completions c
  WHERE NOT EXISTS (SELECT 1 FROM certificates x JOIN certificate_revocations r ON r.certificate_id = x.id
    WHERE x.completion_id = c.id)
  GROUP BY c.person_id, c.training_id;
--> statement-breakpoint
-- Passes from before certificates get theirs. Hexadecimal signs are among the signs of a code.
INSERT INTO certificates (id, completion_id, code, title, hours, issued_at)
  SELECT gen_random_uuid(), c.id,
    upper(left(gen_random_uuid()::text, 8) || right(gen_random_uuid()::text, 8)),
    t.title, t.hours, c.created_at
  FROM completions c JOIN trainings t ON t.id = c.training_id WHERE c.outcome = 'passed';

