import { sql } from 'drizzle-orm'
import { check, date, foreignKey, pgTable, smallint, uuid } from 'drizzle-orm/pg-core'
import { checklists } from './checklists'
import { idOf, moment } from './columns'
import { people } from './people'
import { rooms, workplaces } from './workplace'

/** How often a room or a seat is gone round with a checklist, and by whom. */
export const roundSchedules = pgTable(
  'round_schedules',
  {
    id: uuid().primaryKey(),
    checklistId: idOf('checklist_id', () => checklists.id),
    roomId: idOf('room_id', () => rooms.id),
    /** One seat of the room; without it the room itself is gone round. */
    workplaceId: uuid('workplace_id'),
    everyDays: smallint('every_days').notNull(),
    graceDays: smallint('grace_days').notNull().default(3),
    startsOn: date('starts_on').notNull(),
    assigneeId: uuid('assignee_id').references(() => people.id),
    createdAt: moment('created_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    foreignKey({
      name: 'round_schedules_seat_room',
      columns: [t.workplaceId, t.roomId],
      foreignColumns: [workplaces.id, workplaces.roomId],
    }).onUpdate('cascade'),
    check('round_schedules_days', sql`${t.everyDays} between 1 and 730 and ${t.graceDays} between 0 and 60`),
  ],
)
