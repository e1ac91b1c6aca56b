-- What the tables stand on: extensions, and text that HR edits in two languages.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- {"uk": "…", "en": "…"}: Ukrainian always, English where somebody wrote it, nothing else.
CREATE DOMAIN localized AS jsonb CONSTRAINT localized_uk CHECK (
  VALUE IS NULL OR (
    jsonb_typeof(VALUE) = 'object'
    AND coalesce(btrim(VALUE ->> 'uk'), '') <> ''
    AND VALUE - 'uk' - 'en' = '{}'::jsonb
  )
);
