-- Whoever went along with a plan from its agreement on is who agreed to it, where nobody was written down.
ALTER TABLE plans DISABLE TRIGGER plans_agreement;
--> statement-breakpoint
UPDATE plans SET agreed_by = companion_id WHERE agreed_by IS NULL AND frozen IS NOT NULL;
--> statement-breakpoint
ALTER TABLE plans ENABLE TRIGGER plans_agreement;
--> statement-breakpoint
-- Nobody acts twice on a day: an earlier acting ends where the next begins, and of two from the same day the later written holds.
DELETE FROM employments a USING employments b WHERE a.kind = 'acting' AND b.kind = 'acting' AND a.person_id = b.person_id
  AND lower(a.valid) = lower(b.valid) AND (a.created_at, a.id) < (b.created_at, b.id);
--> statement-breakpoint
UPDATE employments a SET valid = daterange(lower(a.valid), (SELECT min(lower(b.valid)) FROM employments b
    WHERE b.kind = 'acting' AND b.person_id = a.person_id AND lower(b.valid) > lower(a.valid)))
  WHERE a.kind = 'acting' AND EXISTS (SELECT FROM employments b WHERE b.kind = 'acting' AND b.person_id = a.person_id
    AND b.id <> a.id AND b.valid && a.valid AND lower(b.valid) > lower(a.valid));

