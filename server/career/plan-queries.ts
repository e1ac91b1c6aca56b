import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import type { Actor } from '#domain/access'
import { VISIBILITIES } from '#domain/career'
import { Text } from '#domain/localized'
import { PLAN_STATES, STEP_KINDS } from '#domain/plans'
import { Requirement } from '#domain/readiness'
import { conflict, notFound } from '#domain/refused'
import { readAs } from '#server/reader'

const Named = z.object({ id: z.uuid(), name: z.string() })

const PlanStep = z.object({
  id: z.uuid(),
  kind: z.enum(STEP_KINDS),
  title: Text.nullable(),
  trainingId: z.uuid().nullable(),
  trainingSlug: z.string().nullable(),
  aim: Requirement.nullable(),
  owner: Named,
  dueOn: z.string(),
  done: z.boolean(),
  dropped: z.boolean(),
})
const CheckIn = z.object({
  id: z.uuid(),
  heldOn: z.string(),
  nextOn: z.string(),
  notes: z.array(z.object({ authorId: z.uuid(), author: z.string(), body: z.string() })),
})

/** A plan with its steps and talks, as whoever reads may see them. */
export const Plan = z.object({
  id: z.uuid(),
  targetId: z.uuid(),
  target: z.object({ slug: z.string(), title: Text }),
  state: z.enum(PLAN_STATES),
  visibility: z.enum(VISIBILITIES),
  companion: Named.nullable(),
  targetOn: z.string().nullable(),
  agreedAt: z.string().nullable(),
  nextCheckInOn: z.string().nullable(),
  frozen: z.array(Requirement).nullable(),
  /** Levels that were described otherwise when the plan was agreed: the words of that day hold. */
  reworded: z.array(z.object({ competenceId: z.uuid(), level: z.number(), agreed: Text, now: Text })),
  steps: z.array(PlanStep),
  checkIns: z.array(CheckIn),
})
export type Plan = z.infer<typeof Plan>

/** The plan `x` as JSON; notes of talks come only for the two whose talk it was. */
export const PLAN = sql`json_build_object('id', x.id, 'targetId', x.target_id, 'state', x.state, 'visibility', x.visibility,
  'target', (select json_build_object('slug', p.slug, 'title', p.title) from positions p where p.id = x.target_id),
  'companion', (select json_build_object('id', c.id, 'name', c.name) from people c where c.id = x.companion_id),
  'targetOn', x.target_on, 'agreedAt', x.agreed_at, 'nextCheckInOn', x.next_check_in_on, 'frozen', x.frozen,
  'reworded', (select coalesce(json_agg(json_build_object('competenceId', l.competence_id, 'level', l.level,
      'agreed', w.behaviour, 'now', l.behaviour) order by l.competence_id), '[]')
    from jsonb_array_elements(x.frozen) f
    join competence_levels l on l.competence_id = (f ->> 'competenceId')::uuid and l.level = (f ->> 'level')::int
    cross join lateral (select v.behaviour from level_wordings v where v.competence_id = l.competence_id and v.level = l.level
      and v.until > x.agreed_at order by v.until limit 1) w
    where w.behaviour::jsonb <> l.behaviour::jsonb),
  'steps', (select coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'title', coalesce(s.title, t.title),
      'trainingId', s.training_id, 'trainingSlug', t.slug, 'aim', s.aim, 'dueOn', s.due_on, 'done', s.done_at is not null,
      'dropped', s.dropped_reason is not null,
      'owner', (select json_build_object('id', o.id, 'name', o.name) from people o where o.id = s.owner_id)) order by s.due_on, s.id), '[]')
    from plan_steps s left join trainings t on t.id = s.training_id where s.plan_id = x.id),
  'checkIns', (select coalesce(json_agg(json_build_object('id', c.id, 'heldOn', c.held_on, 'nextOn', c.next_on, 'notes',
      (select coalesce(json_agg(json_build_object('authorId', n.author_id, 'author', a.name, 'body', n.body) order by n.at), '[]')
        from check_in_notes n join people a on a.id = n.author_id where n.check_in_id = c.id)) order by c.held_on desc), '[]')
    from check_ins c where c.plan_id = x.id))`

/** A plan locked for a change, with whose and where it is; a private plan of another is not there. */
export async function lockPlan(tx: Tx, planId: string, actor: Actor) {
  await readAs(tx, actor)
  const { rows } = await tx.execute<{
    personId: string
    teamId: string | null
    siteId: string | null
    targetId: string
    versionId: string
    state: (typeof PLAN_STATES)[number]
    visibility: string
    companionId: string | null
    steps: number
  }>(sql`
    select x.person_id as "personId", e.team_id as "teamId", e.site_id as "siteId", x.target_id as "targetId",
      x.version_id as "versionId", x.state, x.visibility, x.companion_id as "companionId",
      (select count(*)::int from plan_steps s where s.plan_id = x.id) as steps
    from plans x left join current_employments e on e.person_id = x.person_id
    where x.id = ${planId} for update of x`)
  const plan = rows[0]
  if (!plan) throw notFound()
  // Whoever goes along may always act, also after a change of teams.
  return { ...plan, people: [plan.personId, plan.companionId], plan }
}

/** Who may go along with a plan of somebody: their mentor and their supervisor of today. */
export async function companionsOf(tx: Tx, personId: string): Promise<string[]> {
  const person = sql`${personId}::uuid`
  const { rows } = await tx.execute<{ mentorId: string | null; leaderId: string | null }>(
    sql`select ${mentorOf(person)} as "mentorId", ${leaderOf(person)} as "leaderId"`,
  )
  return [rows[0]?.mentorId, rows[0]?.leaderId].flatMap((id) => id ?? [])
}

export const refuseClosed = ({ state }: { state: string }): void => {
  if (state === 'achieved' || state === 'dropped') throw conflict('planClosed')
}

/** Who leads a person now: the regular supervisor of the team. */
export const leaderOf = (person: ReturnType<typeof sql>) => sql`(
  select g.person_id from current_employments le join current_grants g on g.team_id = le.team_id
  where le.person_id = ${person} and g.role = 'supervisor' and not g.deputy and g.person_id <> ${person} limit 1)`

/** Who mentors a person now. */
export const mentorOf = (person: ReturnType<typeof sql>) => sql`(
  select m.mentor_id from mentorships m where m.mentee_id = ${person} and m.valid @> current_date limit 1)`
