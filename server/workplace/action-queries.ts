import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader, Tx } from '#db/client'
import type { Actor, Coverage } from '#domain/access'
import { Text } from '#domain/localized'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { notFound } from '#domain/refused'
import { ListActions } from '#domain/workplace'
import { atMost } from '#server/at-most'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { visible } from '#server/visible'
import { Instrument, namedInstrument } from '#server/workplace/instrument-queries'
import { findRoom, findSeat } from '#server/workplace/place-queries'

/** An action with its place, locked; whoever mends it is one of its people. */
export async function lockAction(tx: Tx, actionId: string, actor: Actor) {
  const { rows } = await tx.execute<{
    status: string
    assigneeId: string | null
    doneBy: string | null
    workplaceId: string | null
    roomId: string
    severity: string
    itemId: string | null
  }>(sql`
    select status, severity, item_id as "itemId", assignee_id as "assigneeId", done_by as "doneBy", workplace_id as "workplaceId", room_id as "roomId"
    from actions where id = ${actionId} for update`)
  if (!rows[0]) throw notFound()
  const { workplaceId, roomId, ...action } = rows[0]
  const place = workplaceId ? await findSeat(tx, workplaceId, actor) : await findRoom(tx, roomId)
  const { teamId, siteId, code, timeZone } = place
  return { ...action, people: [action.assigneeId], seated: place.people, teamId, siteId, code, timeZone }
}

/** Who reported what this action mends, and who sits there: they are told how it ends. */
export async function findConcerned(tx: Tx, actionId: string, seated: string[]): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select distinct reported_by as id from faults where action_id = ${actionId}`,
  )
  return [...new Set([...rows.map((row) => row.id), ...seated])]
}

type AtSite = { siteId: string; id: string; name: string }

/** Who mends at each of the sites, by name: those with the duty for safety there, its supervisors and its head. */
export async function menders(reader: Reader, siteIds: readonly string[]): Promise<AtSite[]> {
  const { rows } = await reader.execute<AtSite>(sql`
    select distinct s.id as "siteId", p.id, p.name from unnest(${sql.param(siteIds)}::uuid[]) s (id)
    join current_grants g on g.role in ('safety', 'supervisor', 'head')
    left join teams t on t.id = g.team_id join people p on p.id = g.person_id
    where coalesce(g.site_id, t.site_id, s.id) = s.id order by p.name limit 1000`)
  return rows
}

/** The seats of those whom a reach covers: its people, and who works in its teams. */
export const seatsWithin = (reach: Coverage): SQL => sql`
  select cs.workplace_id from current_seats cs left join current_employments ce on ce.person_id = cs.person_id
  where ${visible(reach, { people: [sql`cs.person_id`], teamId: sql`ce.team_id` })}`

/** The rows of a place that a reach covers: by site, by whom they concern, or by the seat, whose list is made once. */
export const visiblePlace = (
  reach: Coverage,
  row: { people: SQL[]; siteId: SQL; workplaceId: SQL },
): SQL => sql`(
  ${visible(reach, { people: row.people, siteId: row.siteId })} or ${row.workplaceId} = any(array(${seatsWithin(reach)})))`

export const ActionPhotos = z.object({ fault: z.array(z.uuid()), mended: z.array(z.uuid()) })

const shown = (actionId: SQL, shows: 'fault' | 'mended'): SQL => sql`
  (select coalesce(json_agg(x.file_id order by x.added_at, x.file_id), '[]') from action_photos x
    where x.action_id = ${actionId} and x.shows = ${shows})`

/** The ids of the photos of an action, as a column of a list. */
export const photosOf = (actionId: SQL): SQL =>
  sql`json_build_object('fault', ${shown(actionId, 'fault')}, 'mended', ${shown(actionId, 'mended')})`

const MeasuredItem = z.object({
  type: z.string(),
  unit: z.string().nullable(),
  scaleMin: z.number().nullable(),
  scaleMax: z.number().nullable(),
  options: z.array(z.object({ key: z.string(), label: Text })),
  /** With what it can be measured again. */
  instruments: z.array(Instrument),
})
const itemOf = (
  now: Date,
): SQL => sql`case when i.id is not null then json_build_object('type', i.type, 'unit', i.unit, 'scaleMin', i.scale_min,
  'scaleMax', i.scale_max, 'options', (select coalesce(json_agg(json_build_object('key', o.key, 'label', o.label)
    order by o.position), '[]') from item_options o where o.item_id = i.id),
  'instruments', (select coalesce(json_agg(${namedInstrument(now)} order by m.model, m.serial), '[]') from instruments m
    where a.status = 'done' and m.kind = i.instrument_kind and (m.site_id is null or m.site_id = r.site_id) and m.retired_at is null)) end`

/** What the last second look found: it is mended, or it was given back to be mended again. */
const Judged = z.object({
  outcome: z.enum(['verified', 'returned']),
  by: z.string(),
  note: z.string().nullable(),
  found: z
    .object({
      yes: z.boolean().nullable(),
      number: z.number().nullable(),
      choice: z.string().nullable(),
      instrument: z.string().nullable(),
    })
    .nullable(),
})
const JUDGED = sql`(
  select json_build_object('outcome', e.kind, 'by', n.name, 'note', e.note, 'found', (
      select json_build_object('yes', k.yes, 'number', k.number, 'choice', k.choice, 'instrument', m.model || ' № ' || m.serial)
      from action_checks k left join instruments m on m.id = k.instrument_id where k.action_id = a.id and k.at = e.at limit 1))
  from action_events e join people n on n.id = e.by_id
  where e.action_id = a.id and e.kind in ('returned', 'verified') and a.status <> 'done' order by e.at desc limit 1)`

const Action = z.object({
  id: z.uuid(),
  itemKey: z.string(),
  title: Text.nullable(),
  severity: z.enum(['stop', 'high', 'normal', 'low']),
  status: z.enum(['open', 'in-progress', 'done', 'verified', 'cancelled']),
  openedAt: z.string(),
  dueAt: z.string(),
  overdue: z.boolean(),
  doneAt: z.string().nullable(),
  doneNote: z.string().nullable(),
  doneBy: z.string().nullable(),
  doneById: z.uuid().nullable(),
  repeats: z.number(),
  photos: ActionPhotos,
  item: MeasuredItem.nullable(),
  /** Nobody sits there while it is open. */
  closed: z.boolean(),
  accepted: z.object({ by: z.string(), reason: z.string() }).nullable(),
  judged: Judged.nullable(),
  assignee: z.string().nullable(),
  assigneeId: z.uuid().nullable(),
  seat: z.string().nullable(),
  workplaceId: z.uuid().nullable(),
  room: Text,
  site: Text,
  siteId: z.uuid(),
  /** The team of whoever sits there, of several the first. */
  teamId: z.uuid().nullable(),
})
export type ActionRow = z.infer<typeof Action>

const STATES = {
  open: sql`a.status in ('open', 'in-progress')`,
  done: sql`a.status = 'done'`,
  closed: sql`a.status in ('verified', 'cancelled')`,
}

const visibleAction = (reach: Coverage): SQL =>
  visiblePlace(reach, {
    people: [sql`a.assignee_id`],
    siteId: sql`r.site_id`,
    workplaceId: sql`a.workplace_id`,
  })

const listed = (now: Date): SQL => sql`
  select a.id, a.item_key as "itemKey", i.title, a.severity, a.status, ${isoMoment(sql`a.opened_at`)} as "openedAt",
    ${isoMoment(sql`a.due_at`)} as "dueAt", a.status in ('open', 'in-progress') and a.due_at < ${now} as overdue,
    ${isoMoment(sql`a.done_at`)} as "doneAt", a.done_note as "doneNote", d.name as "doneBy", a.done_by as "doneById", a.repeats,
    p.name as assignee, a.assignee_id as "assigneeId", w.code as seat, a.workplace_id as "workplaceId", r.title as room,
    s.name as site, r.site_id as "siteId",
    ${JUDGED} as judged, ${photosOf(sql`a.id`)} as photos, ${itemOf(now)} as item,
    exists (select from closures c where c.action_id = a.id and c.reopened_at is null) as closed,
    (select json_build_object('by', n.name, 'reason', k.reason) from risk_acceptances k join people n on n.id = k.accepted_by
      where k.action_id = a.id) as accepted,
    (select ce.team_id from current_seats cs join current_employments ce on ce.person_id = cs.person_id
      where cs.workplace_id = a.workplace_id order by ce.team_id limit 1) as "teamId"
  from actions a join rooms r on r.id = a.room_id join sites s on s.id = r.site_id
  left join workplaces w on w.id = a.workplace_id left join checklist_items i on i.id = a.item_id
  left join people p on p.id = a.assignee_id left join people d on d.id = a.done_by`

/** Corrective actions: open ones by their deadline, the rest newest first. */
export const listActions = query({
  verb: 'workplace.actions',
  input: ListActions,
  output: pageOf(Action),
  async run({ db, actor, input, reach, now }) {
    const where = [visibleAction(reach)]
    if (input.state) where.push(STATES[input.state])
    if (input.mine) where.push(sql`a.assignee_id = ${actor.personId}`)
    if (input.overdue) where.push(sql`${STATES.open} and a.due_at < ${now}`)
    if (input.workplaceId) where.push(sql`a.workplace_id = ${input.workplaceId}`)
    const byDeadline = input.state === 'open'
    const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    if (after && byDeadline) where.push(sql`(a.due_at, a.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    if (after && !byDeadline)
      where.push(sql`(a.opened_at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    const { rows } = await db.execute<ActionRow>(sql`
      ${listed(now)}
      where ${sql.join(where, sql` and `)}
      order by ${byDeadline ? sql`a.due_at, a.id` : sql`a.opened_at desc, a.id desc`} ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [byDeadline ? row.dueAt : row.openedAt, row.id])
  },
})

const COLUMN = 12

/** The three columns of the board in one statement: the most urgent open ones, and the newest of the others. */
export const boardActions = query({
  verb: 'workplace.actions',
  input: z.object({}),
  output: z.object({ items: z.array(Action) }),
  async run({ db, reach, now }) {
    const column = (state: SQL, order: SQL) =>
      sql`(${listed(now)} where ${visibleAction(reach)} and ${state} order by ${order} ${atMost(COLUMN)})`
    const newest = sql`a.opened_at desc, a.id desc`
    const { rows } = await db.execute<ActionRow>(sql`
      ${column(STATES.open, sql`a.due_at, a.id`)} union all ${column(STATES.done, newest)}
      union all ${column(STATES.closed, newest)}`)
    return { items: rows }
  },
})

const Mender = z.object({ siteId: z.uuid(), id: z.uuid(), name: z.string() })

/** Who can be asked to mend at the sites within reach. */
export const listMenders = query({
  verb: 'workplace.assignAction',
  input: z.object({ siteIds: z.array(z.uuid()).max(50) }),
  output: z.object({ items: z.array(Mender) }),
  run: async ({ db, input }) => ({ items: await menders(db, input.siteIds) }),
})
