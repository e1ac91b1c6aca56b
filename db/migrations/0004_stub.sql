CREATE TABLE competences (id uuid PRIMARY KEY, slug text NOT NULL UNIQUE, title localized NOT NULL);
CREATE TABLE stub_levels (person_id uuid, competence_id uuid, level smallint);
CREATE VIEW current_levels AS SELECT person_id, competence_id, level FROM stub_levels;
