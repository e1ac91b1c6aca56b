-- Made anew below by the state instead of the kind.
ALTER TABLE ideas DROP CONSTRAINT ideas_decision_reply;
-- What came after what told the hour of an anonymous author's words; the day and the turn are enough.
UPDATE idea_comments SET after_id = NULL WHERE author_id IS NULL;

