import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '#domain/access'
import { mayEver } from '#domain/access'
import { isTired, LEAST_TAPS, responseRate, SHIFTS } from '#domain/campaigns'
import { Text } from '#domain/localized'
import { cut, fromCursor, Page, pageOf } from '#domain/paging'
import { atMost } from '#server/at-most'
import { AREA_CHOICES, AreaChoice } from '#server/ideas/area-queries'
import { asked, isOut, isReleased, onShift } from '#server/ideas/audience-queries'
import { listed } from '#server/listed'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'

const Campaign = z.object({
  id: z.uuid(),
  kind: z.enum(['standing', 'question']),
  question: Text,
  area: Text,
  /** Who is asked; null is everybody. */
  audience: Text.nullable(),
  position: Text.nullable(),
  shift: z.enum(SHIFTS).nullable(),
  opensAt: z.string(),
  closesAt: z.string().nullable(),
  /** `waiting`: its day has come, but the last question has no outcome yet. */
  stage: z.enum(['planned', 'waiting', 'open', 'closed']),
  ideas: z.number(),
  /** How many pressed each choice; null while they are too few to be shown. */
  choices: z.array(z.object({ text: Text, taps: z.number().nullable() })),
  taps: z.number(),
  asked: z.number(),
  outcome: Text.nullable(),
})
type Campaign = z.infer<typeof Campaign>
type CampaignRow = Omit<Campaign, 'choices'> & { texts: Text[]; counts: Record<string, number> | null }

/** Numbers are shown when there are enough of them in all. */
const withChoices = ({ texts, counts, ...campaign }: CampaignRow): Campaign => {
  const shown = campaign.taps >= LEAST_TAPS
  const choices = texts.map((text, at) => ({ text, taps: shown ? (counts?.[String(at)] ?? 0) : null }))
  return { ...campaign, choices }
}

/** Questions that were asked of the actor, the newest first; HR sees all. One row more than a page has, to know whether it goes on. */
export const campaignRows = (actor: Actor, input: z.output<typeof Page>, now: Date): SQL => {
  const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
  const from = after ? sql`(c.opens_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`
  const mine = mayEver(actor, 'ideas.openCampaign')
    ? sql`true`
    : sql`${asked(actor)} and c.opens_at <= ${now.toISOString()}::timestamptz`
  return sql`
    select c.id, c.kind, c.question, a.name as area, coalesce(t.name, s.name, p.name) as audience, po.title as position,
      c.shift, ${isoMoment(sql`c.opens_at`)} as "opensAt", ${isoMoment(sql`c.closes_at`)} as "closesAt", c.outcome, c.asked,
      case when c.opens_at > ${now.toISOString()}::timestamptz then 'planned'
        when c.closes_at <= ${now.toISOString()}::timestamptz then 'closed' when ${isReleased} then 'open' else 'waiting' end as stage,
      (select count(*)::int from ideas i where i.campaign_id = c.id and ${isOut(now)}) as ideas,
      (select count(*)::int from campaign_taps k where k.campaign_id = c.id) as taps, c.choices as texts,
      (select json_object_agg(k.choice, k.count) from (
        select choice, count(*)::int from campaign_taps where campaign_id = c.id group by choice) k) as counts
    from campaigns c join areas a on a.id = c.area_id left join positions po on po.id = c.position_id
    left join teams t on t.id = c.team_id left join sites s on s.id = c.site_id left join projects p on p.id = c.project_id
    where ${mine} and ${from} order by c.opens_at desc, c.id desc ${atMost(input.limit + 1)}`
}

const pageOfRows = (rows: CampaignRow[], limit: number) =>
  cut(rows.map(withChoices), limit, (row) => [row.opensAt, row.id])

/** A page of them. */
export const listCampaigns = query({
  verb: 'ideas.campaigns',
  input: Page,
  output: pageOf(Campaign),
  async run({ db, actor, input, now }) {
    const { rows } = await db.execute<CampaignRow>(campaignRows(actor, input, now))
    return pageOfRows(rows, input.limit)
  },
})

export const Question = z.object({
  id: z.uuid(),
  question: Text,
  closesAt: z.string(),
  answers: z.number(),
  /** How many people it was put to. */
  asked: z.number(),
  choices: z.array(Text),
  /** The choice that the actor pressed. */
  tapped: z.number().nullable(),
  /** Whether the actor answered with their name, open or hidden; of an anonymous answer nobody knows. */
  answered: z.boolean(),
})

/** The question of the week that the actor is asked, the narrowest audience first, as one row or none. */
export const questionFor = (actor: Actor, now: Date): SQL => sql`
  select c.id, c.question, ${isoMoment(sql`c.closes_at`)} as "closesAt", c.choices, c.asked,
    (select k.choice from campaign_taps k where k.campaign_id = c.id and k.person_id = ${actor.personId}) as tapped,
    (select count(*)::int from ideas i where i.campaign_id = c.id and ${isOut(now)}) as answers,
    exists (select 1 from ideas i where i.campaign_id = c.id and i.author_id = ${actor.personId}) as answered
  from campaigns c
  where c.kind = 'question' and tstzrange(c.opens_at, c.closes_at) @> ${now.toISOString()}::timestamptz and ${asked(actor)}
    and ${onShift(actor, now)} and ${isReleased}
  order by c.team_id is null, c.project_id is null, c.site_id is null limit 1`

/** That question; null where there is none. */
export const currentQuestion = query({
  verb: 'ideas.currentQuestion',
  input: z.object({}),
  output: Question.nullable(),
  async run({ db, actor, now }) {
    const { rows } = await db.execute<z.infer<typeof Question>>(questionFor(actor, now))
    return rows[0] ?? null
  },
})

const Tiredness = z.object({
  /** Share of those asked who answered, of the last closed questions, newest first. */
  rates: z.array(z.object({ question: Text, rate: z.number() })),
  tired: z.boolean(),
  questionsWeekly: z.number(),
})

type Turnout = { question: Text; answers: number; asked: number; weekly: number }

/** Who pressed and who wrote with a name counts once; each answer without one counts by itself. */
const turnoutRows = (now: Date): SQL => sql`
  select c.question, c.asked, o.questions_weekly as weekly,
    (select count(*)::int from (
      select i.author_id from ideas i where i.campaign_id = c.id and i.author_id is not null
      union select k.person_id from campaign_taps k where k.campaign_id = c.id) people)
      + (select count(*)::int from ideas i where i.campaign_id = c.id and i.author_id is null) as answers
  from organisations o left join campaigns c on c.kind = 'question' and c.closes_at <= ${now.toISOString()}::timestamptz
  order by c.opens_at desc nulls last ${atMost(9)}`

const healthOf = (rows: readonly Turnout[]): z.infer<typeof Tiredness> => {
  const rates = rows.flatMap(({ question, answers, asked }) => {
    const rate = responseRate(answers, asked)
    return rate === null ? [] : [{ question, rate }]
  })
  return { rates, tired: isTired(rates.map(({ rate }) => rate)), questionsWeekly: rows[0]?.weekly ?? 2 }
}

/** How many of those asked answer, and whether it falls. */
export const questionHealth = query({
  verb: 'ideas.questionHealth',
  input: z.object({}),
  output: Tiredness,
  async run({ db, now }) {
    const { rows } = await db.execute<Turnout>(turnoutRows(now))
    return healthOf(rows)
  },
})

const Desk = z.object({
  campaigns: pageOf(Campaign),
  /** For who asks questions: where answers can go, and how people take to being asked. */
  asking: z.object({ areas: z.array(AreaChoice), health: Tiredness }).nullable(),
})
type DeskRow = {
  campaigns: CampaignRow[]
  areas: z.infer<typeof AreaChoice>[] | null
  turnout: Turnout[] | null
}

/** The page of questions in one statement. */
export const campaignDesk = query({
  verb: 'ideas.campaigns',
  input: Page,
  output: Desk,
  async run({ db, actor, input, now }) {
    const asks = mayEver(actor, 'ideas.openCampaign') && mayEver(actor, 'ideas.questionHealth')
    const { rows } = await db.execute<DeskRow>(sql`
      select ${listed(campaignRows(actor, input, now))} as campaigns,
        ${asks ? listed(AREA_CHOICES) : sql`null::json`} as areas, ${asks ? listed(turnoutRows(now)) : sql`null::json`} as turnout`)
    const { campaigns = [], areas, turnout } = rows[0] ?? {}
    const asking = areas && turnout ? { areas, health: healthOf(turnout) } : null
    return { campaigns: pageOfRows(campaigns, input.limit), asking }
  },
})
