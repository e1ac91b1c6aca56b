import { sql } from 'drizzle-orm'
import { check, foreignKey, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { localizedText, moment } from './columns'

/** A named job. It stays the same thing through all versions of the ladder. */
export const positions = pgTable(
  'positions',
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique(),
    title: localizedText('title').notNull(),
    purpose: localizedText('purpose').notNull(),
    family: text().notNull(),
    createdAt: moment('created_at').notNull(),
    retiredAt: moment('retired_at'),
  },
  (t) => [check('positions_family', sql`${t.family} in ('vertical', 'horizontal-inside', 'horizontal-out')`)],
)

export const competences = pgTable(
  'competences',
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique(),
    cluster: text().notNull(),
    title: localizedText('title').notNull(),
    /** Labels of the European classification ESCO that it covers. */
    externalCodes: text('external_codes').array().notNull(),
    createdAt: moment('created_at').notNull(),
    retiredAt: moment('retired_at'),
  },
  (t) => [check('competences_cluster', sql`${t.cluster} in ('customer', 'self', 'people', 'operations')`)],
)

/** A level exists only where somebody has said in words how it shows; every level elsewhere is a key into this table. */
export const competenceLevels = pgTable(
  'competence_levels',
  {
    competenceId: uuid('competence_id').notNull(),
    level: smallint().notNull(),
    behaviour: localizedText('behaviour').notNull(),
  },
  (t) => [
    primaryKey({ name: 'competence_levels_pk', columns: [t.competenceId, t.level] }),
    foreignKey({
      name: 'competence_levels_competence',
      columns: [t.competenceId],
      foreignColumns: [competences.id],
    }),
    check('competence_levels_level', sql`${t.level} between 1 and 4`),
  ],
)
