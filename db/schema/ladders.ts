import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { competenceLevels, positions } from './career'
import { idOf, localizedText, moment } from './columns'
import { people } from './people'
import { trainings } from './training'

export const ladders = pgTable('ladders', {
  id: uuid().primaryKey(),
  slug: text().notNull().unique(),
  title: localizedText('title').notNull(),
  createdAt: moment('created_at').notNull(),
  retiredAt: moment('retired_at'),
})

/** Draft → published → superseded. Once published, it and everything under it stays as it is. */
export const ladderVersions = pgTable(
  'ladder_versions',
  {
    id: uuid().primaryKey(),
    ladderId: idOf('ladder_id', () => ladders.id),
    number: integer().notNull(),
    state: text().notNull(),
    basedOn: uuid('based_on'),
    /** Grows with every edit of the draft: whoever publishes says which one they have read. */
    edits: integer().notNull(),
    whatChanged: localizedText('what_changed'),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
    /** Null with a moment: it was shipped with the product. */
    publishedBy: uuid('published_by').references(() => people.id),
    publishedAt: moment('published_at'),
    supersededAt: moment('superseded_at'),
  },
  (t) => [
    unique('ladder_versions_number').on(t.ladderId, t.number),
    foreignKey({ name: 'ladder_versions_based_on', columns: [t.basedOn], foreignColumns: [t.id] }),
    check('ladder_versions_state', sql`${t.state} in ('draft', 'published', 'superseded')`),
    check('ladder_versions_count', sql`${t.number} > 0 and ${t.edits} >= 0`),
    check('ladder_versions_published', sql`(${t.state} = 'draft') = (${t.publishedAt} is null)`),
    check('ladder_versions_superseded', sql`(${t.state} = 'superseded') = (${t.supersededAt} is not null)`),
    check('ladder_versions_what_changed', sql`${t.state} = 'draft' or ${t.whatChanged} is not null`),
    uniqueIndex('ladder_versions_one_draft').on(t.ladderId).where(sql`state = 'draft'`),
    uniqueIndex('ladder_versions_one_published').on(t.ladderId).where(sql`state = 'published'`),
  ],
)

/**
 * A position in a version: how high it stands (null: beside the vertical), how many seats the centre has for it, and what this version
 * calls it and says it is for. The words are never missing; Postgres holds that by `rungs_words`.
 */
export const rungs = pgTable(
  'rungs',
  {
    versionId: uuid('version_id')
      .notNull()
      .references(() => ladderVersions.id, { onDelete: 'cascade' }),
    positionId: idOf('position_id', () => positions.id),
    rung: smallint(),
    seats: integer().notNull(),
    title: localizedText('title'),
    purpose: localizedText('purpose'),
  },
  (t) => [
    primaryKey({ name: 'rungs_pk', columns: [t.versionId, t.positionId] }),
    unique('rungs_height').on(t.versionId, t.rung),
    check('rungs_rung', sql`${t.rung} > 0`),
    check('rungs_seats', sql`${t.seats} >= 0`),
    index('rungs_position').on(t.positionId),
  ],
)

export const moves = pgTable(
  'moves',
  {
    versionId: uuid('version_id').notNull(),
    fromId: uuid('from_id').notNull(),
    toId: uuid('to_id').notNull(),
    kind: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.versionId, t.fromId, t.toId] }),
    foreignKey({
      name: 'moves_from',
      columns: [t.versionId, t.fromId],
      foreignColumns: [rungs.versionId, rungs.positionId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'moves_to',
      columns: [t.versionId, t.toId],
      foreignColumns: [rungs.versionId, rungs.positionId],
    }).onDelete('cascade'),
    check('moves_kind', sql`${t.kind} in ('vertical', 'horizontal-inside', 'horizontal-out')`),
    check('moves_two_positions', sql`${t.fromId} <> ${t.toId}`),
  ],
)

/** One table for everything that a position can ask; the kind decides which columns are filled. */
export const requirements = pgTable(
  'requirements',
  {
    id: uuid().primaryKey(),
    versionId: uuid('version_id').notNull(),
    positionId: uuid('position_id').notNull(),
    kind: text().notNull(),
    competenceId: uuid('competence_id'),
    level: smallint(),
    trainingId: uuid('training_id').references(() => trainings.id),
    /** Which metric, evidence or approval. */
    key: text(),
    /** Score, months or count, by the kind. */
    threshold: numeric({ precision: 9, scale: 2, mode: 'number' }),
    windowMonths: smallint('window_months'),
    /** A soft one is a wish: it is shown and never blocks. */
    hard: boolean().notNull(),
    weight: smallint().notNull(),
  },
  (t) => [
    foreignKey({
      name: 'requirements_rung',
      columns: [t.versionId, t.positionId],
      foreignColumns: [rungs.versionId, rungs.positionId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'requirements_level',
      columns: [t.competenceId, t.level],
      foreignColumns: [competenceLevels.competenceId, competenceLevels.level],
    }),
    check(
      'requirements_kind',
      sql`${t.kind} in ('competence', 'training', 'metric', 'tenure', 'time-in-previous', 'evidence', 'approval')`,
    ),
    check(
      'requirements_competence',
      sql`(${t.kind} = 'competence') = (num_nonnulls(${t.competenceId}, ${t.level}) = 2)`,
    ),
    check(
      'requirements_competence_alone',
      sql`${t.kind} = 'competence' or num_nonnulls(${t.competenceId}, ${t.level}) = 0`,
    ),
    check('requirements_training', sql`(${t.kind} = 'training') = (${t.trainingId} is not null)`),
    check(
      'requirements_key',
      sql`(${t.kind} in ('metric', 'evidence', 'approval')) = (${t.key} is not null)`,
    ),
    check(
      'requirements_threshold',
      sql`(${t.kind} in ('metric', 'evidence', 'tenure', 'time-in-previous')) = (${t.threshold} is not null)`,
    ),
    check('requirements_threshold_positive', sql`${t.threshold} > 0`),
    check('requirements_window', sql`${t.kind} <> 'metric' or ${t.windowMonths} is not null`),
    check('requirements_window_kind', sql`${t.windowMonths} is null or ${t.kind} in ('metric', 'evidence')`),
    check('requirements_window_positive', sql`${t.windowMonths} > 0`),
    check('requirements_weight', sql`${t.weight} between 1 and 10`),
    uniqueIndex('requirements_once').on(
      t.versionId,
      t.positionId,
      t.kind,
      sql`coalesce(${t.competenceId}, ${t.trainingId}, '00000000-0000-0000-0000-000000000000')`,
      sql`coalesce(${t.key}, '')`,
    ),
  ],
)

/** A person has read what a version changed for them. */
export const acknowledgements = pgTable(
  'acknowledgements',
  {
    personId: idOf('person_id', () => people.id),
    versionId: idOf('version_id', () => ladderVersions.id),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.versionId] }),
    index('acknowledgements_version').on(t.versionId),
  ],
)
