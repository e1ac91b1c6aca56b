-- The twin of searchShape in domain/search.ts for what Postgres keeps by itself (names): every sign has its own letter of ASCII, in
-- both cases, so that it needs no help from the collation.
CREATE FUNCTION search_shape(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(
    translate(
      normalize(given, NFC),
      'абвгґдеёєжзиіїйклмнопрстуфхцчшщьюяыэАБВГҐДЕЁЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯЫЭABCDEFGHIJKLMNOPQRSTUVWXYZ'
        || 'ʼ''’‘`´ʹъЪ' || U&'\0301\00AD\200B\200C\200D\FEFF',
      'abvhhdee3jzyi14klmnoprstufx5cw6q0gyeabvhhdee3jzyi14klmnoprstufx5cw6q0gyeabcdefghijklmnopqrstuvwxyz'),
    '[^a-z0-9]+', ' ', 'g'))
$$;

