import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { actionEvents } from '#db/schema/actions'
import type { WorkingCalendar } from '#domain/working-days'
import { dueAt, SEVERITIES, type Severity } from '#domain/workplace'
import type { Context } from '#server/command'
import type { Place } from '#server/workplace/place-queries'

type Acting = Pick<Context, 'tx' | 'now' | 'newId'> & { personId: string | null }
type Wanted = { itemKey: string; severity: Severity; inspectionId: string | null; itemId: string | null }
export type Opened = { actionId: string; created: boolean; closed: boolean; assigneeId: string | null }

const WORST_FIRST = sql`${sql.param([...SEVERITIES])}::text[]`

/** Who mends at a site: whoever holds the duty for safety there, or everywhere. */
async function findMender(tx: Tx, siteId: string): Promise<string | null> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select g.person_id as id from current_grants g where g.role = 'safety' and (g.site_id = ${siteId} or g.site_id is null)
    order by g.site_id is null, g.person_id limit 1`)
  return rows[0]?.id ?? null
}

async function loadCalendar(tx: Tx, siteId: string): Promise<WorkingCalendar> {
  const { rows } = await tx.execute<{ workdays: number[]; days: { date: string; worked: boolean }[] }>(sql`
    select s.workdays, (select coalesce(json_agg(json_build_object('date', d.on_date, 'worked', d.worked)), '[]')
      from site_days d where d.site_id = s.id) as days
    from sites s where s.id = ${siteId}`)
  const { workdays = [], days = [] } = rows[0] ?? {}
  return { workdays, exceptions: new Map(days.map(({ date, worked }) => [date, worked])) }
}

/** Nobody sits there until the fault is mended or answered for; whether the place was open until now. */
async function closePlace(
  tx: Tx,
  actionId: string,
  { roomId, workplaceId }: Place,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    insert into closures (action_id, room_id, workplace_id, closed_at) values (${actionId}, ${roomId}, ${workplaceId}, ${now})
    on conflict (action_id) do nothing`)
  return Boolean(rowCount)
}

type Reopening = { actionId: string; now: Date; personId: string }

/** Whether there was a place to open again. */
export async function reopenPlace(tx: Tx, { actionId, now, personId }: Reopening): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update closures set reopened_at = ${now}, reopened_by = ${personId} where action_id = ${actionId} and reopened_at is null`)
  return Boolean(rowCount)
}

/** Prepares for several actions of one place: its mender and the working days are asked once. */
export async function actionsAt({ tx, now, newId, personId }: Acting, place: Place) {
  const [mender, calendar] = [await findMender(tx, place.siteId), await loadCalendar(tx, place.siteId)]

  /**
   * Opens an action, or counts a repeat where the same fault of the same place is open already. Found worse than before it is as urgent
   * as the worse finding.
   */
  return async ({ itemKey, severity, inspectionId, itemId }: Wanted): Promise<Opened> => {
    const due = dueAt(severity, now, place.timeZone, calendar)
    const { rows } = await tx.execute<Omit<Opened, 'closed'> & { severity: Severity }>(sql`
      insert into actions (id, room_id, workplace_id, item_key, inspection_id, item_id, severity, assignee_id, opened_at, opened_by,
        due_at, status, repeats)
      values (${newId()}, ${place.roomId}, ${place.workplaceId}, ${itemKey}, ${inspectionId}, ${itemId}, ${severity}, ${mender}, ${now},
        ${personId}, ${due}, 'open', 0)
      on conflict (room_id, coalesce(workplace_id, '00000000-0000-0000-0000-000000000000'::uuid), item_key)
        where status in ('open', 'in-progress', 'done')
      -- The same round handed in once more has found nothing new.
      do update set repeats = actions.repeats + (actions.inspection_id is distinct from excluded.inspection_id or excluded.inspection_id is null)::int,
        severity = (${WORST_FIRST})[least(array_position(${WORST_FIRST}, actions.severity), array_position(${WORST_FIRST}, excluded.severity))],
        due_at = least(actions.due_at, excluded.due_at)
      returning id as "actionId", xmax = 0 as created, assignee_id as "assigneeId", severity`)
    const { severity: worst, ...opened } = rows[0] as (typeof rows)[number]
    const closed = worst === 'stop' && (await closePlace(tx, opened.actionId, place, now))
    const kind = opened.created ? 'opened' : 'repeated'
    await tx
      .insert(actionEvents)
      .values({ id: newId(), actionId: opened.actionId, kind, at: now, byId: personId })
    return { ...opened, closed }
  }
}

/**
 * What a returned round says otherwise the second time: its action, where nobody has touched it or found it again, is called off, and a
 * place that it closed opens. What was not measured the second time says nothing against the first. Whether a place was opened.
 */
export async function withdrawMended(
  tx: Tx,
  inspectionId: string,
  { now, newId, personId }: Omit<Acting, 'tx'> & { personId: string },
): Promise<boolean> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    update actions a set status = 'cancelled' from answers s
    where a.inspection_id = ${inspectionId} and a.status = 'open' and a.repeats = 0
      and s.inspection_id = a.inspection_id and s.item_id = a.item_id and (s.band = 'ok' or s.state = 'na')
    returning a.id`)
  let reopened = false
  for (const { id } of rows) {
    await tx
      .insert(actionEvents)
      .values({ id: newId(), actionId: id, kind: 'cancelled', at: now, byId: personId })
    reopened = (await reopenPlace(tx, { actionId: id, now, personId })) || reopened
  }
  return reopened
}
