import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import type { Piece, Stretch, Task } from '#domain/rotation/day'
import { likenessOf } from '#domain/rotation/pieces'
import { isHard } from '#domain/rotation/rules'
import { cutOut, exchanged, FindTakers, tooClose } from '#domain/rotation/swaps'
import { epochOf } from '#server/moments'
import { query } from '#server/query'
import { type BoardShift, loadRule, loadShifts, loadTasks } from '#server/rotation/board-queries'
import { brokenIn } from '#server/rotation/change-day'
import { visible } from '#server/visible'

export type SwapPlace = {
  shiftId: string
  personId: string
  teamId: string
  siteId: string
  onDate: string
  timeZone: string
  from: number
  to: number
  planId: string | null
  breakRuleId: string | null
}
export type Taker = { personId: string; name: string; shiftId: string | null; gives: Piece[] }

/** A shift with the plan that people work by on its day. */
export async function loadSwapPlace(reader: Reader, shiftId: string): Promise<SwapPlace> {
  const { rows } = await reader.execute<SwapPlace>(sql`
    select s.id as "shiftId", s.person_id as "personId", s.team_id as "teamId", s.site_id as "siteId", s.on_date::text as "onDate",
      z.time_zone as "timeZone", ${epochOf(sql`lower(s.span)`)} as "from", ${epochOf(sql`upper(s.span)`)} as "to",
      p.id as "planId", p.break_rule_id as "breakRuleId"
    from shifts s join sites z on z.id = s.site_id
    left join rotation_plans p on p.team_id = s.team_id and p.on_date = s.on_date and p.status = 'published'
    where s.id = ${shiftId}`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

const loadRules = async (reader: Reader, place: SwapPlace) => {
  const tasks = await loadTasks(reader, place.teamId, place.planId)
  const rule = await loadRule(reader, place.breakRuleId)
  return { tasks: new Map<string, Task>(tasks.map((task) => [task.id, task])), rule, list: tasks }
}
type Rules = Awaited<ReturnType<typeof loadRules>>

const legal = (shift: BoardShift, pieces: Piece[], { tasks, rule }: Rules): boolean =>
  !brokenIn(shift, pieces, tasks, rule).some(isHard)

/** What a planner locked is done by whom it was locked for. */
const isHeld = (pieces: readonly Piece[], stretch: Stretch): boolean =>
  cutOut(pieces, stretch).some(({ locked }) => locked)

/** Who of the day's people could exchange this stretch so that both days keep every rule. */
const blockTakers = (shifts: BoardShift[], mine: BoardShift, stretch: Stretch, rules: Rules): Taker[] =>
  shifts.flatMap((theirs) => {
    if (isHeld(mine.pieces, stretch) || isHeld(theirs.pieces, stretch)) return []
    if (theirs.personId === mine.personId || theirs.from > stretch.from || theirs.to < stretch.to) return []
    const after = exchanged(mine.pieces, theirs.pieces, stretch)
    if (!legal(mine, after.mine, rules) || !legal(theirs, after.theirs, rules)) return []
    const gives = cutOut(theirs.pieces, stretch)
    if (likenessOf(gives) === likenessOf(cutOut(mine.pieces, stretch))) return []
    return [{ personId: theirs.personId, name: theirs.name, shiftId: theirs.shiftId, gives }]
  })

type Colleague = {
  personId: string
  name: string
  levels: Record<string, number>
  absences: Stretch[]
  shifts: Stretch[]
}

const loadColleagues = async (reader: Reader, place: SwapPlace): Promise<Colleague[]> => {
  const around = sql`tstzrange(${new Date(place.from).toISOString()}::timestamptz - interval '1 day', ${new Date(place.to).toISOString()}::timestamptz + interval '1 day')`
  const spans = (table: 'away' | 'shifts') => sql`
    (select coalesce(json_agg(json_build_object('from', ${epochOf(sql`lower(x.span)`)}, 'to', ${epochOf(sql`upper(x.span)`)})), '[]')
      from ${sql.identifier(table)} x where x.person_id = e.person_id and x.span && ${around})`
  const { rows } = await reader.execute<Colleague>(sql`
    select e.person_id as "personId", p.name, ${spans('away')} as absences, ${spans('shifts')} as shifts,
      (select coalesce(json_object_agg(l.competence_id, l.level), '{}') from current_levels l where l.person_id = e.person_id) as levels
    from employments e join people p on p.id = e.person_id
    where e.team_id = ${place.teamId} and e.valid @> ${place.onDate}::date and e.person_id <> ${place.personId}
      and e.kind <> 'acting'
      and exists (select 1 from shifts w where w.person_id = e.person_id and w.on_date between ${place.onDate}::date - 60 and ${place.onDate}::date + 60)
    order by p.name, e.person_id`)
  return rows
}

/** Who could work the whole shift instead: free and rested around it, not absent, able for everything that is put into it. */
const dayTakers = (colleagues: Colleague[], mine: BoardShift, rules: Rules): Taker[] =>
  colleagues.flatMap(({ personId, name, shifts, absences, levels }) => {
    if (isHeld(mine.pieces, mine)) return []
    if (shifts.some((shift) => tooClose(shift, mine))) return []
    if (absences.some((away) => away.from < mine.to && away.to > mine.from)) return []
    if (!legal({ ...mine, personId, levels, absences }, mine.pieces, rules)) return []
    return [{ personId, name, shiftId: null, gives: [] }]
  })

/** Who could take a shift, or a stretch of it, within the rules as everything stands now. */
export async function findTakersOf(reader: Reader, place: SwapPlace, stretch: Stretch | null) {
  // One after another: in a verb they share the transaction's connection.
  const shifts = await loadShifts(reader, place.teamId, place.onDate, place.planId)
  const rules = await loadRules(reader, place)
  const mine = shifts.find(({ shiftId }) => shiftId === place.shiftId)
  if (!mine) throw notFound()
  const takers = stretch
    ? blockTakers(shifts, mine, stretch, rules)
    : dayTakers(await loadColleagues(reader, place), mine, rules)
  return { takers, mine, shifts, tasks: rules.list }
}

const Block = z.object({
  from: z.number(),
  to: z.number(),
  what: z.enum(['task', 'pause', 'meal']),
  title: Text.nullable(),
  hue: z.number().nullable(),
})

/** A shift of one's own with its blocks to choose from, and who could take what is chosen. */
export const findTakers = query({
  verb: 'rotation.takers',
  input: FindTakers,
  output: z.object({
    shiftId: z.uuid(),
    onDate: z.string(),
    timeZone: z.string(),
    now: z.number(),
    from: z.number(),
    to: z.number(),
    blocks: z.array(Block),
    takers: z.array(z.object({ personId: z.uuid(), name: z.string(), gives: z.array(Block) })),
  }),
  async run({ db, input, reach, now }) {
    const { rows } = await db.execute(sql`
      select 1 from shifts s where s.id = ${input.shiftId} and ${visible(reach, { people: [sql`s.person_id`] })}`)
    if (!rows.length) throw notFound()
    const place = await loadSwapPlace(db, input.shiftId)
    const stretch = input.from && input.to ? { from: Date.parse(input.from), to: Date.parse(input.to) } : null
    const { takers, mine, tasks } = await findTakersOf(db, place, stretch)
    const shown = ({ from, to, what, taskId }: Piece) => {
      const task = tasks.find(({ id }) => id === taskId)
      return { from, to, what, title: task?.title ?? null, hue: task?.hue ?? null }
    }
    return {
      shiftId: place.shiftId,
      onDate: place.onDate,
      timeZone: place.timeZone,
      now: now.getTime(),
      from: place.from,
      to: place.to,
      blocks: mine.pieces.map(shown),
      takers: takers.map(({ personId, name, gives }) => ({ personId, name, gives: gives.map(shown) })),
    }
  },
})
