import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { RENEW_DAYS, STALLED, type StalledKind } from '#domain/stalled'
import { readyPairs } from '#server/career/met-queries'

/**
 * Each kind of case as rows of `kind, person_id, whose, since, thing, slug, title`: `p` are the people looked at, with `today` and the
 * `zone` of their site, and `position_id`. `whose` is an id where one person is meant, else the function.
 */
const row = (
  kind: StalledKind,
  whose: SQL,
  since: SQL,
  thing: SQL,
  named = sql`null::text, null::jsonb`,
): SQL =>
  sql`select ${kind}::text as kind, p.person_id, p.today, (${whose})::text as whose, (${since}) as since, ${thing}::uuid as thing, ${named}`
const over = (kind: StalledKind, since: SQL): SQL => sql`(${since}) < p.today - ${STALLED[kind].days}::int`

/** The day of a moment where the person works, as `today` is. */
const dayOf = (moment: SQL): SQL => sql`((${moment}) at time zone p.zone)::date`

const TARGET = sql`po.slug, po.title::jsonb`

const ofPlans: SQL[] = [
  sql`${row('wish-unanswered', sql`coalesce(x.companion_id::text, 'supervisor')`, dayOf(sql`x.opened_at`), sql`x.id`, TARGET)}
    from p join plans x on x.person_id = p.person_id join positions po on po.id = x.target_id
    where x.state = 'wish' and x.visibility <> 'private' and ${over('wish-unanswered', dayOf(sql`x.opened_at`))}`,
  // Of a plan the person's own; a wish that has no plan yet is for the supervisor to talk about.
  sql`${row('no-step', sql`y.whose`, dayOf(sql`y.since`), sql`y.id`, sql`y.slug, y.title`)}
    from p cross join lateral (
      select x.id, 'person' as whose, po.slug, po.title::jsonb as title, greatest(x.agreed_at,
        (select max(s.done_at) from plan_steps s where s.plan_id = x.id), (select max(c.at) from check_ins c where c.plan_id = x.id),
        (select max(c.created_at) from completions c where c.person_id = p.person_id),
        (select max(n.asked_at) from enrolments n where n.person_id = p.person_id)) as since
      from plans x join positions po on po.id = x.target_id
      where x.person_id = p.person_id and x.state = 'agreed' and x.visibility <> 'private'
      union all
      select i.id, 'supervisor', po.slug, po.title::jsonb, greatest(i.declared_at,
        (select max(c.created_at) from completions c where c.person_id = p.person_id),
        (select max(n.asked_at) from enrolments n where n.person_id = p.person_id)) from intents i left join positions po on po.id = i.target_id
      where i.person_id = p.person_id and i.ended_at is null and i.kind in ('grow', 'move') and i.visibility <> 'private'
        and not exists (select from plans x where x.person_id = p.person_id and x.closed_at is null and x.visibility <> 'private')
    ) y where ${over('no-step', dayOf(sql`y.since`))}`,
  sql`${row('step-overdue', sql`s.owner_id`, sql`s.due_on`, sql`x.id`, TARGET)}
    from p join plans x on x.person_id = p.person_id join positions po on po.id = x.target_id join plan_steps s on s.plan_id = x.id
    where x.state = 'agreed' and x.visibility <> 'private' and s.done_at is null and s.dropped_reason is null
      and ${over('step-overdue', sql`s.due_on`)}`,
  sql`${row('check-in-missed', sql`coalesce(x.companion_id::text, 'supervisor')`, sql`x.next_check_in_on`, sql`x.id`, TARGET)}
    from p join plans x on x.person_id = p.person_id join positions po on po.id = x.target_id
    where x.state = 'agreed' and x.visibility <> 'private' and ${over('check-in-missed', sql`x.next_check_in_on`)}`,
]

const TRAINING = sql`t.slug, t.title::jsonb`
const COMPETENCE = sql`null::text, c.title::jsonb`
const OPEN_PROPOSAL = sql`a.state = 'proposed' and not exists (select from assessments w where w.answers_id = a.id)
  and not exists (select from current_levels l where l.person_id = a.person_id and l.competence_id = a.competence_id and l.level >= a.level)`

const ofLearning: SQL[] = [
  sql`${row('training-unanswered', sql`'learning'`, dayOf(sql`n.asked_at`), sql`n.training_id`, TRAINING)}
    from p join enrolments n on n.person_id = p.person_id join trainings t on t.id = n.training_id
    where n.state = 'requested' and ${over('training-unanswered', dayOf(sql`n.asked_at`))}`,
  sql`${row('waiting-for-seat', sql`'learning'`, dayOf(sql`n.asked_at`), sql`n.training_id`, TRAINING)}
    from p join enrolments n on n.person_id = p.person_id join trainings t on t.id = n.training_id
    where n.state = 'waitlisted' and ${over('waiting-for-seat', dayOf(sql`n.asked_at`))}`,
  sql`${row('learned-not-assessed', sql`'supervisor'`, dayOf(sql`a.at`), sql`a.id`, COMPETENCE)}
    from p join assessments a on a.person_id = p.person_id join competences c on c.id = a.competence_id
    where a.source = 'exam' and ${OPEN_PROPOSAL} and ${over('learned-not-assessed', dayOf(sql`a.at`))}`,
  sql`${row('assessment-unanswered', sql`'supervisor'`, dayOf(sql`a.at`), sql`a.id`, COMPETENCE)}
    from p join assessments a on a.person_id = p.person_id join competences c on c.id = a.competence_id
    where a.source in ('self', 'peer') and ${OPEN_PROPOSAL} and ${over('assessment-unanswered', dayOf(sql`a.at`))}`,
  sql`${row('certificate-ending', sql`'person'`, sql`h.valid_until - ${RENEW_DAYS}::int`, sql`h.training_id`, TRAINING)}
    from p join held_trainings h on h.person_id = p.person_id join trainings t on t.id = h.training_id
    where h.valid_until between p.today and p.today + ${RENEW_DAYS}::int
      and exists (select from requirements r join published_versions v on v.id = r.version_id
        where r.training_id = h.training_id and r.position_id = p.position_id)
      and not exists (select from enrolments n where n.person_id = p.person_id and n.training_id = h.training_id
        and n.state in ('requested', 'waitlisted', 'booked', 'attended'))`,
]

const ofOpenings: SQL[] = [
  sql`${row('application-late', sql`'hr'`, sql`o.decide_by`, sql`o.id`, TARGET)}
    from p join applications a on a.person_id = p.person_id join openings o on o.id = a.opening_id
    join positions po on po.id = o.position_id
    where a.state = 'submitted' and ${over('application-late', sql`o.decide_by`)}`,
  sql`${row('refusal-without-talk', sql`'supervisor'`, dayOf(sql`a.decided_at`), sql`o.id`, TARGET)}
    from p join applications a on a.person_id = p.person_id join openings o on o.id = a.opening_id
    join positions po on po.id = o.position_id
    where a.state = 'declined' and ${over('refusal-without-talk', dayOf(sql`a.decided_at`))}
      and not exists (select from refusal_talks k where k.application_id = a.id)`,
  // Past the first day and before the one it was moved to, the own team keeps the person; past that HR has only to move them.
  sql`${row('release-slipped', sql`case when a.release_on < p.today then 'hr' else 'supervisor' end`, sql`least(a.release_on, y.first)`, sql`o.id`, TARGET)}
    from p join applications a on a.person_id = p.person_id join openings o on o.id = a.opening_id
    join positions po on po.id = o.position_id
    left join lateral (select min(s.from_on) as first from release_slips s where s.application_id = a.id) y on true
    where a.state = 'accepted' and a.released_at is null and (a.release_on < p.today or y.first < p.today)`,
]

/** Whether an opening (`o`) has begun and could be applied to within the days after which somebody ready is a case. */
export const offeredLately = (day: SQL): SQL =>
  sql`o.cancelled_at is null and o.opens_on <= ${day} and o.closes_on >= ${day} - ${STALLED['ready-without-seat'].days}::int`

/**
 * Since when somebody (`r`) has all that the position of their wish (`i`) asks: the day of the last proof of it that can be dated. A
 * score has no such day, since each month says it anew.
 */
const READY_SINCE = sql`greatest(i.declared_at::date, (select max(case q.kind
    when 'competence' then (select min(a.at)::date from assessments a where a.person_id = r.person_id and a.state = 'confirmed'
      and a.competence_id = q.competence_id and a.level >= q.level
      and not exists (select from assessments x where x.answers_id = a.id and x.state = 'rejected'))
    when 'training' then (select min(k.completed_on) from completions k where k.person_id = r.person_id and k.training_id = q.training_id)
    when 'evidence' then (select (array_agg(v.happened_on order by v.happened_on))[q.threshold::int] from evidence v
      where v.person_id = r.person_id and v.key = q.key and v.verified_by is not null)
    when 'tenure' then (select (min(lower(h.valid)) + make_interval(months => q.threshold::int))::date from employments h
      where h.person_id = r.person_id and h.kind <> 'acting') end)
  from requirements q where q.version_id = r.version_id and q.position_id = r.position_id and q.hard))`

/** Wishes of whoever is ready while nothing has been open for the position: HR has to offer something meanwhile. */
const ofReadiness = sql`
  ${row('ready-without-seat', sql`'hr'`, sql`y.since`, sql`y.position_id`, TARGET)}
  from ready_wishes y join p on p.person_id = y.person_id
  join positions po on po.id = y.position_id
  where ${over('ready-without-seat', sql`y.since`)}
    and not exists (select from openings o where o.position_id = y.position_id and ${offeredLately(sql`p.today`)})`

const WISHES = sql`
  select i.person_id, i.target_id as position_id, v.id as version_id from intents i join p on p.person_id = i.person_id
  cross join lateral (select v.id from published_versions v join ladders l on l.id = v.ladder_id
    join rungs r on r.version_id = v.id and r.position_id = i.target_id
    order by exists (select from rungs o where o.version_id = v.id and o.position_id = p.position_id) desc, l.created_at, l.id limit 1) v
  where i.ended_at is null and i.target_id is not null and i.visibility <> 'private'`

/** Every open case of the people in `p`: private wishes and plans are nobody's case, whoever reads. */
export const openCases = (people: SQL, now: Date): SQL => sql`
  with p as materialized (${people}),
  ready_wishes as materialized (
    select r.person_id, r.position_id, ${READY_SINCE} as since from (${readyPairs({ pairs: WISHES, now })}) r
    join intents i on i.person_id = r.person_id and i.ended_at is null and i.visibility <> 'private' where r.ready
  ),
  cases (kind, person_id, today, whose, since, thing, slug, title) as (
    ${sql.join([...ofPlans, ...ofLearning, ...ofOpenings, ofReadiness], sql` union all `)}
  )
  select k.*, k.today - k.since as days from cases k`

/** Who is looked at: everybody employed but those who chose to stay, of whom nobody is reminded. */
export const ambitious = (where: SQL, now: Date): SQL => sql`
  select e.person_id, e.position_id, e.team_id, e.site_id, (${now.toISOString()}::timestamptz at time zone s.time_zone)::date as today,
    s.time_zone as zone
  from current_employments e join sites s on s.id = e.site_id
  where ${where} and not exists (select from people_staying() y where y.person_id = e.person_id)`
