import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ScoringRule } from '#domain/scoring'
import { idOf, localizedText, moment } from './columns'
import { people } from './people'

/** What a limit stands on: in force or not, seen or not, a law's or our own. */
export const norms = pgTable(
  'norms',
  {
    slug: text().primaryKey(),
    title: localizedText('title').notNull(),
    jurisdiction: text().notNull(),
    inForce: text('in_force').notNull().default('unknown'),
    evidence: text().notNull(),
    source: text(),
    changedBy: uuid('changed_by').references(() => people.id),
    changedAt: moment('changed_at').notNull(),
  },
  (t) => [
    check('norms_jurisdiction', sql`${t.jurisdiction} in ('UA', 'EU', 'UK', 'US', 'AU', 'INT', 'HOUSE')`),
    check('norms_in_force', sql`${t.inForce} in ('yes', 'no', 'unknown')`),
    check('norms_evidence', sql`${t.evidence} in ('seen', 'seen-secondary', 'memory', 'house')`),
  ],
)

export const checklists = pgTable(
  'checklists',
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique(),
    kind: text().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [check('checklists_kind', sql`${t.kind} in ('inspection', 'self-check', 'decision')`)],
)

/** draft → published → retired; what was published never changes, triggers refuse it. */
export const checklistVersions = pgTable(
  'checklist_versions',
  {
    id: uuid().primaryKey(),
    checklistId: idOf('checklist_id', () => checklists.id),
    number: integer().notNull(),
    status: text().notNull(),
    title: localizedText('title').notNull(),
    scoring: jsonb().$type<ScoringRule>().notNull(),
    changeNote: text('change_note'),
    /** Counts the edits of a draft: whoever publishes says which one they read. */
    edits: integer().notNull().default(0),
    createdAt: moment('created_at').notNull(),
    publishedAt: moment('published_at'),
    publishedBy: uuid('published_by').references(() => people.id),
  },
  (t) => [
    unique('checklist_versions_number').on(t.checklistId, t.number),
    check('checklist_versions_number_positive', sql`${t.number} > 0`),
    check('checklist_versions_status', sql`${t.status} in ('draft', 'published', 'retired')`),
    check('checklist_versions_published', sql`(${t.status} = 'draft') = (${t.publishedAt} is null)`),
    uniqueIndex('checklist_versions_one_draft').on(t.checklistId).where(sql`status = 'draft'`),
    uniqueIndex('checklist_versions_one_published').on(t.checklistId).where(sql`status = 'published'`),
  ],
)

export const checklistSections = pgTable(
  'checklist_sections',
  {
    id: uuid().primaryKey(),
    versionId: idOf('version_id', () => checklistVersions.id),
    key: text().notNull(),
    position: smallint().notNull(),
    title: localizedText('title').notNull(),
  },
  (t) => [
    unique('checklist_sections_key').on(t.versionId, t.key),
    unique('checklist_sections_position').on(t.versionId, t.position),
    unique('checklist_sections_id_version').on(t.id, t.versionId),
  ],
)

export const checklistItems = pgTable(
  'checklist_items',
  {
    id: uuid().primaryKey(),
    versionId: uuid('version_id').notNull(),
    sectionId: uuid('section_id').notNull(),
    /** The question's name through all versions; its type never changes. */
    key: text().notNull(),
    position: smallint().notNull(),
    type: text().notNull(),
    title: localizedText('title').notNull(),
    hint: localizedText('hint'),
    weight: doublePrecision().notNull(),
    critical: boolean().notNull().default(false),
    unit: text(),
    plausibleLow: doublePrecision('plausible_low'),
    plausibleHigh: doublePrecision('plausible_high'),
    scaleMin: smallint('scale_min'),
    scaleMax: smallint('scale_max'),
    naAllowed: boolean('na_allowed').notNull().default(true),
    photoOnFail: boolean('photo_on_fail').notNull().default(false),
    instrumentKind: text('instrument_kind'),
    perSeat: boolean('per_seat').notNull().default(false),
    measuredBy: text('measured_by').notNull().default('person'),
    /** What the seat's own measuring fills in beforehand. */
    metric: text(),
  },
  (t) => [
    foreignKey({
      name: 'checklist_items_section',
      columns: [t.sectionId, t.versionId],
      foreignColumns: [checklistSections.id, checklistSections.versionId],
    }),
    unique('checklist_items_key').on(t.versionId, t.key),
    unique('checklist_items_position').on(t.sectionId, t.position),
    unique('checklist_items_version').on(t.versionId, t.id),
    check('checklist_items_key_form', sql`${t.key} ~ '^[a-z][a-z0-9_]{2,60}$'`),
    check('checklist_items_type', sql`${t.type} in ('yes-no', 'scale', 'number', 'choice', 'text', 'photo')`),
    check('checklist_items_measured_by', sql`${t.measuredBy} in ('person', 'browser')`),
    check(
      'checklist_items_weight',
      sql`${t.weight} between 0 and 10 and (not ${t.critical} or ${t.weight} > 0)`,
    ),
    check('checklist_items_unscored', sql`${t.type} not in ('text', 'photo') or ${t.weight} = 0`),
    check(
      'checklist_items_number',
      sql`(${t.type} = 'number') = (num_nonnulls(${t.unit}, ${t.plausibleLow}, ${t.plausibleHigh}) = 3)`,
    ),
    check('checklist_items_plausible', sql`${t.plausibleLow} < ${t.plausibleHigh}`),
    check(
      'checklist_items_scale',
      sql`(${t.type} = 'scale') = (num_nonnulls(${t.scaleMin}, ${t.scaleMax}) = 2)`,
    ),
    check('checklist_items_scale_order', sql`${t.scaleMin} < ${t.scaleMax}`),
  ],
)

/** The limits of a measured number: good inside ok, a warning up to fail, a failure beyond. */
export const itemLimits = pgTable(
  'item_limits',
  {
    itemId: idOf('item_id', () => checklistItems.id),
    season: text().notNull(),
    failLow: doublePrecision('fail_low'),
    okLow: doublePrecision('ok_low'),
    okHigh: doublePrecision('ok_high'),
    failHigh: doublePrecision('fail_high'),
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.season] }),
    check('item_limits_season', sql`${t.season} in ('any', 'warm', 'cold')`),
    check('item_limits_some', sql`num_nonnulls(${t.okLow}, ${t.okHigh}) > 0`),
    check(
      'item_limits_order',
      sql`(${t.failLow} is null or ${t.okLow} is not null) and (${t.failHigh} is null or ${t.okHigh} is not null)
        and coalesce(${t.failLow} <= ${t.okLow}, true) and coalesce(${t.okLow} <= ${t.okHigh}, true) and coalesce(${t.okHigh} <= ${t.failHigh}, true)`,
    ),
  ],
)

export const itemOptions = pgTable(
  'item_options',
  {
    itemId: idOf('item_id', () => checklistItems.id),
    key: text().notNull(),
    position: smallint().notNull(),
    label: localizedText('label').notNull(),
    score: doublePrecision().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.key] }),
    unique('item_options_position').on(t.itemId, t.position),
    check('item_options_score', sql`${t.score} between 0 and 1`),
  ],
)

export const itemNorms = pgTable(
  'item_norms',
  {
    itemId: idOf('item_id', () => checklistItems.id),
    normSlug: text('norm_slug')
      .notNull()
      .references(() => norms.slug),
    clause: text(),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.normSlug] })],
)
