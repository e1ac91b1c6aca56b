import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { actionEvents } from '#db/schema/actions'
import { dueAt, type Severity } from '#domain/workplace'
import type { Context } from '#server/command'
import type { Place } from '#server/workplace/place-queries'

type Acting = Pick<Context, 'tx' | 'now' | 'newId'> & { personId: string | null }
type Wanted = { itemKey: string; severity: Severity; inspectionId: string | null; itemId: string | null }
export type Opened = { actionId: string; created: boolean; assigneeId: string | null }

/** Who mends at a site: whoever holds the duty for safety there, or everywhere. */
async function findMender(tx: Tx, siteId: string): Promise<string | null> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select g.person_id as id from current_grants g where g.role = 'safety' and (g.site_id = ${siteId} or g.site_id is null)
    order by g.site_id is null, g.person_id limit 1`)
  return rows[0]?.id ?? null
}

async function loadCalendar(tx: Tx): Promise<Map<string, boolean>> {
  const { rows } = await tx.execute<{ date: string; working: boolean }>(
    sql`select on_date::text as date, working from calendar_days`,
  )
  return new Map(rows.map((row) => [row.date, row.working]))
}

/** Prepares for several actions of one place: its mender and the working days are asked once. */
export async function actionsAt({ tx, now, newId, personId }: Acting, place: Place) {
  const [mender, calendar] = [await findMender(tx, place.siteId), await loadCalendar(tx)]

  /** Opens an action, or counts a repeat where the same fault of the same place is open already. */
  return async ({ itemKey, severity, inspectionId, itemId }: Wanted): Promise<Opened> => {
    const due = dueAt(severity, now, place.timeZone, calendar)
    const { rows } = await tx.execute<Opened>(sql`
      insert into actions (id, room_id, workplace_id, item_key, inspection_id, item_id, severity, assignee_id, opened_at, opened_by,
        due_at, status, repeats)
      values (${newId()}, ${place.roomId}, ${place.workplaceId}, ${itemKey}, ${inspectionId}, ${itemId}, ${severity}, ${mender}, ${now},
        ${personId}, ${due}, 'open', 0)
      on conflict (room_id, coalesce(workplace_id, '00000000-0000-0000-0000-000000000000'::uuid), item_key)
        where status in ('open', 'in-progress', 'done')
      do update set repeats = actions.repeats + 1
      returning id as "actionId", repeats = 0 as created, assignee_id as "assigneeId"`)
    const opened = rows[0] as Opened
    const kind = opened.created ? 'opened' : 'repeated'
    await tx
      .insert(actionEvents)
      .values({ id: newId(), actionId: opened.actionId, kind, at: now, byId: personId })
    return opened
  }
}
