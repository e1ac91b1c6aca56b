import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import type { Actor } from '#domain/access'
import { holds } from '#domain/access'
import { ASSESSMENT_SOURCES, ListAssessments, ListEvidence } from '#domain/assessments'
import { Text } from '#domain/localized'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { notFound } from '#domain/refused'
import { atMost } from '#server/at-most'
import { leaderOf } from '#server/career/plan-queries'
import { query } from '#server/query'
import { visible } from '#server/visible'

/** Whose level it is and where they are; who is to answer a proposal. */
export async function findAssessed(tx: Tx, personId: string) {
  const { rows } = await tx.execute<{
    teamId: string | null
    siteId: string | null
    leaderId: string | null
  }>(sql`
    select e.team_id as "teamId", e.site_id as "siteId", ${leaderOf(sql`p.id`)} as "leaderId"
    from people p left join current_employments e on e.person_id = p.id
    where p.id = ${personId} and p.erased_at is null for share of p`)
  if (!rows[0]) throw notFound()
  return { ...rows[0], people: [personId], personId }
}

/** In which capacity somebody says that a person is at a level. */
export const sourceOf = (actor: Actor): 'quality' | 'supervisor' =>
  holds(actor, 'quality') && !holds(actor, 'supervisor') ? 'quality' : 'supervisor'

const AssessmentRow = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  person: z.string(),
  competence: z.object({ id: z.uuid(), title: Text }),
  level: z.number(),
  behaviour: Text,
  source: z.enum(ASSESSMENT_SOURCES),
  state: z.enum(['proposed', 'confirmed', 'rejected']),
  assessor: z.string().nullable(),
  reason: z.string().nullable(),
  at: z.string(),
  answered: z.boolean(),
})
const PERSON = { people: [sql`a.person_id`], teamId: sql`e.team_id`, siteId: sql`e.site_id` }

/** Who said what of whose levels, newest first: every word is kept, side by side. */
export const listAssessments = query({
  verb: 'career.assessments',
  input: ListAssessments,
  output: pageOf(AssessmentRow),
  async run({ db, input, reach }) {
    const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    const waiting = sql`a.state = 'proposed' and not exists (select from assessments w where w.answers_id = a.id)`
    const { rows } = await db.execute<z.infer<typeof AssessmentRow>>(sql`
      select a.id, a.person_id as "personId", p.name as person, json_build_object('id', c.id, 'title', c.title) as competence, a.level,
        l.behaviour, a.source, a.state, s.name as assessor, a.reason, to_json(a.at) #>> '{}' as at,
        exists (select from assessments w where w.answers_id = a.id) as answered
      from assessments a join people p on p.id = a.person_id join competences c on c.id = a.competence_id
      join competence_levels l on l.competence_id = a.competence_id and l.level = a.level
      left join people s on s.id = a.assessor_id left join current_employments e on e.person_id = a.person_id
      where ${visible(reach, PERSON)}
        and ${input.personId ? sql`a.person_id = ${input.personId}` : sql`true`}
        and ${input.waiting ? waiting : sql`true`}
        and ${after ? sql`(a.at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
      order by a.at desc, a.id desc ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.at, row.id])
  },
})

const EvidenceRow = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  person: z.string(),
  key: z.string(),
  happenedOn: z.string(),
  note: z.string().nullable(),
  verifiedBy: z.string().nullable(),
})
const WITNESSED = { ...PERSON, people: [sql`v.person_id`] }

/** What shows what somebody has done, newest first. */
export const listEvidence = query({
  verb: 'career.evidence',
  input: ListEvidence,
  output: pageOf(EvidenceRow),
  async run({ db, input, reach }) {
    const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    const { rows } = await db.execute<z.infer<typeof EvidenceRow>>(sql`
      select v.id, v.person_id as "personId", p.name as person, v.key, v.happened_on::text as "happenedOn", v.note,
        w.name as "verifiedBy"
      from evidence v join people p on p.id = v.person_id left join people w on w.id = v.verified_by
      left join current_employments e on e.person_id = v.person_id
      where ${visible(reach, WITNESSED)} and ${input.personId ? sql`v.person_id = ${input.personId}` : sql`true`}
        and ${after ? sql`(v.happened_on, v.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql`true`}
      order by v.happened_on desc, v.id desc ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.happenedOn, row.id])
  },
})
