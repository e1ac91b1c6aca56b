import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor, Coverage } from '#domain/access'
import { mayEver } from '#domain/access'
import { CRITERIA, RELEASE_REASONS, spreadOf, worth, worthTo } from '#domain/idea-panel'
import { IdeaNumber } from '#domain/ideas'
import { cut, fromCursor, Page, pageOf } from '#domain/paging'
import { atMost } from '#server/at-most'
import { Answerer, answerersFor } from '#server/ideas/answerer-queries'
import { AREA_CHOICES, AreaChoice } from '#server/ideas/area-queries'
import { readable } from '#server/ideas/audience-queries'
import { listed } from '#server/listed'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Mark = z.number()
const Round = z.object({
  round: z.number(),
  scores: z.array(
    z.object({ personId: z.uuid(), name: z.string(), impact: Mark, reach: Mark, effort: Mark }),
  ),
  spread: z.object({ impact: z.number(), reach: z.number(), effort: z.number() }),
  mean: z.number(),
  lower: z.number(),
})
const Panel = z.object({
  id: z.uuid(),
  state: z.enum(['scoring', 'discussion', 'closed']),
  round: z.number(),
  reviewers: z.array(z.object({ id: z.uuid(), name: z.string(), scored: z.boolean() })),
  /** Whether the actor's own score of the open round is waited for. */
  asked: z.boolean(),
  /** Rounds whose scores the actor may see: the past ones, and the open one after their own is locked. */
  rounds: z.array(Round),
  /** Who was let go before they scored, and who came instead: for HR, who did it. */
  released: z.array(
    z.object({
      name: z.string(),
      replacement: z.string().nullable(),
      round: z.number(),
      reason: z.enum(RELEASE_REASONS),
    }),
  ),
})
type Panel = z.infer<typeof Panel>
type Scored = Panel['rounds'][number]['scores'][number] & { round: number }
type Row = Omit<Panel, 'asked' | 'rounds'> & { scores: Scored[] }

/** Whether the reviewer `m` still sits on the panel. */
const SITS = sql`not exists (select from idea_releases x where x.panel_id = m.panel_id and x.person_id = m.person_id)`

const RELEASED = sql`
  (select coalesce(json_agg(json_build_object('name', w.name, 'replacement', n.name, 'round', x.round, 'reason', x.reason)
      order by x.released_at, w.name), '[]')
    from idea_releases x join people w on w.id = x.person_id left join people n on n.id = x.replacement_id where x.panel_id = p.id)`

const panelRows = (actor: Actor, number: number, reach: Coverage): SQL => {
  const mine = visible(reach, {
    people: [
      sql`(select m.person_id from idea_panelists m where m.panel_id = p.id and m.person_id = ${actor.personId} and ${SITS})`,
    ],
  })
  return sql`
    select p.id, p.state, p.round,
      (select json_agg(json_build_object('id', m.person_id, 'name', w.name, 'scored', exists (
          select 1 from idea_scores s where s.panel_id = p.id and s.person_id = m.person_id and s.round = p.round)) order by w.name)
        from idea_panelists m join people w on w.id = m.person_id where m.panel_id = p.id and ${SITS}) as reviewers,
      (select coalesce(json_agg(json_build_object('personId', s.person_id, 'name', w.name, 'round', s.round,
          'impact', s.impact, 'reach', s.reach, 'effort', s.effort) order by w.name), '[]')
        from idea_scores s join people w on w.id = s.person_id where s.panel_id = p.id) as scores,
      ${mayEver(actor, 'ideas.releaseReviewer') ? RELEASED : sql`'[]'::json`} as released
    from idea_panels p join ideas i on i.id = p.idea_id
    where i.number = ${number} and ${readable(actor)} and ${mine}`
}

const panelFor = (actor: Actor, panel: Row | undefined): Panel | null => {
  if (!panel) return null
  const { scores, ...rest } = panel
  const me = panel.reviewers.find(({ id }) => id === actor.personId)
  const asked = panel.state === 'scoring' && me !== undefined && !me.scored
  // Who still has to score sees nothing of the open round; who is not on the panel sees it when it is over.
  const open = panel.state === 'scoring' && (asked || !me)
  const rounds = [1, 2].filter((round) => round < panel.round || (round === panel.round && !open))
  return {
    ...rest,
    asked,
    rounds: rounds.map((round) => roundOf(round, scores)).filter(({ scores: all }) => all.length),
  }
}

/** The panel of an idea, for its reviewers and for HR; null where there is none. */
export const showPanel = query({
  verb: 'ideas.panel',
  input: IdeaNumber,
  output: Panel.nullable(),
  async run({ db, actor, input, reach }) {
    const { rows } = await db.execute<Row>(panelRows(actor, input.number, reach))
    return panelFor(actor, rows[0])
  },
})

const Desk = z.object({
  panel: Panel.nullable(),
  /** Whom an idea can be handed to, and where its parts can go; empty where not asked for. */
  answerers: z.array(Answerer),
  areas: z.array(AreaChoice),
})
type DeskRow = { panels: Row[]; answerers: z.infer<typeof Answerer>[]; areas: z.infer<typeof AreaChoice>[] }

/** What stands around an idea beside itself, in one statement: its panel, and for who acts on it (`acting`) the choices. */
export const ideaDesk = query({
  verb: 'ideas.panel',
  input: IdeaNumber.extend({ acting: z.boolean() }),
  output: Desk,
  async run({ db, actor, input, reach }) {
    const acts = input.acting && mayEver(actor, 'ideas.answerers')
    const { rows } = await db.execute<DeskRow>(sql`
      select ${listed(panelRows(actor, input.number, reach))} as panels,
        ${acts ? listed(answerersFor(actor)) : sql`'[]'::json`} as answerers, ${acts ? listed(AREA_CHOICES) : sql`'[]'::json`} as areas`)
    const { panels, ...choices } = rows[0] ?? { panels: [], answerers: [], areas: [] }
    return { panel: panelFor(actor, panels[0]), ...choices }
  },
})

const roundOf = (round: number, all: Scored[]): Panel['rounds'][number] => {
  const scores = all.filter((score) => score.round === round)
  const [impact = 0, reach = 0, effort = 0] = CRITERIA.map((one) =>
    spreadOf(scores.map((score) => score[one])),
  )
  const { mean, lower } = scores.length ? worth(scores.map(worthTo)) : { mean: 0, lower: 0 }
  return { round, scores, spread: { impact, reach, effort }, mean, lower }
}

const Ranked = z.object({
  number: z.number(),
  title: z.string(),
  state: z.string(),
  mean: z.number(),
  lower: z.number(),
  reviewers: z.number(),
})

/** Ideas by what panels found them worth, the surest first. */
export const listRanking = query({
  verb: 'ideas.ranking',
  input: Page,
  output: pageOf(Ranked),
  async run({ db, actor, input }) {
    const after = fromCursor<[number, string]>(input.cursor, ['number', 'string'])
    const from = after ? sql`(p.lower, p.id) < (${after[0]}::real, ${after[1]}::uuid)` : sql`true`
    const { rows } = await db.execute<z.infer<typeof Ranked> & { id: string }>(sql`
      select p.id, i.number::float8 as number, i.title, i.state, p.mean, p.lower,
        (select count(*)::int from idea_panelists m where m.panel_id = p.id and ${SITS}) as reviewers
      from idea_panels p join ideas i on i.id = p.idea_id
      where p.state = 'closed' and not i.removed and i.state <> 'merged' and ${readable(actor)} and ${from}
      order by p.lower desc, p.id desc ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.lower, row.id])
  },
})

const Task = z.object({ number: z.number(), title: z.string(), round: z.number() })

/** Ideas that wait for the actor's score. */
export const listPanelTasks = query({
  verb: 'ideas.panelTasks',
  input: z.object({}),
  output: z.array(Task),
  async run({ db, actor }) {
    const { rows } = await db.execute<z.infer<typeof Task>>(sql`
      select i.number::float8 as number, i.title, p.round
      from idea_panelists m join idea_panels p on p.id = m.panel_id join ideas i on i.id = p.idea_id
      where m.person_id = ${actor.personId} and p.state = 'scoring' and not i.removed and ${SITS}
        and not exists (select 1 from idea_scores s where s.panel_id = p.id and s.person_id = m.person_id and s.round = p.round)
      order by p.opened_at, p.id ${atMost(50)}`)
    return rows
  },
})
