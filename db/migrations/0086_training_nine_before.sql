-- What was rated until now, by its newest pass: it moves into a table of its own.
CREATE TABLE training_ratings_before AS
  SELECT DISTINCT ON (person_id, training_id) person_id, training_id, usefulness, created_at
  FROM completions WHERE usefulness IS NOT NULL ORDER BY person_id, training_id, completed_on DESC, id DESC;

