import { foreignKey, index, pgTable, smallint, uuid } from 'drizzle-orm/pg-core'
import { competenceLevels } from './career'
import { localizedText, moment } from './columns'
import { people } from './people'

/** How a level was described before somebody said it better: what was promised in those words can still be read. */
export const levelWordings = pgTable(
  'level_wordings',
  {
    id: uuid().primaryKey(),
    competenceId: uuid('competence_id').notNull(),
    level: smallint().notNull(),
    behaviour: localizedText('behaviour').notNull(),
    until: moment('until').notNull(),
    changedBy: uuid('changed_by').references(() => people.id),
  },
  (t) => [
    foreignKey({
      name: 'level_wordings_level',
      columns: [t.competenceId, t.level],
      foreignColumns: [competenceLevels.competenceId, competenceLevels.level],
    }),
    index('level_wordings_level_until').on(t.competenceId, t.level, t.until),
  ],
)
