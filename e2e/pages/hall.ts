import { Client } from 'pg'
import { lane } from '#e2e/lane'

/** A team of sixty with a project, a lead and a day of its own, so that nothing of it is anybody else's; names to sign in by, and the competence that nobody has. */
export type Hall = { teamId: string; lead: string; first: string; lacks: string }

const GIVEN = [
  'Ірина',
  'Богдан',
  'Соломія',
  'Тарас',
  'Катерина',
  'Остап',
  'Вікторія',
  'Назар',
  'Зоряна',
  'Юрій',
]
const FAMILY = ['Ковальчук', 'Бондаренко', 'Шевчук', 'Мельниченко', 'Лисенко', 'Гончаренко', 'Приходько']

const BEGIN = `
  create temp table hall on commit drop as
  select $1::text as mark, $2::date as day, gen_random_uuid() as project, gen_random_uuid() as team, s.id as site, s.time_zone as zone,
    m.project_id as model from sites s, teams m join current_grants g on g.team_id = m.id and g.role = 'supervisor'
  join people p on p.id = g.person_id and p.email = 'supervisor@sviato.test' where s.slug = 'kyiv' limit 1`
const CROWD = `
  create temp table crowd on commit drop as
  select n, gen_random_uuid() as id, ($1::text[])[1 + n % cardinality($1)] || ' ' || ($2::text[])[1 + n % cardinality($2)] as name,
    'hall-' || mark || '-' || n || '@sviato.test' as email from hall, generate_series(0, 60) n`

const LACKS = 'coaching'

/** Three shifts, two thirds of the skills that tasks ask for, demand that rises twice a day. Number 0 leads, number 1 can do everything but one task, which nobody can. */
const REST = `
  insert into projects (id, slug, name, market, created_at)
  select project, 'hall-' || mark, jsonb_build_object('uk', 'Велика зала ' || mark, 'en', 'The great hall ' || mark), 'b2c', now() from hall;
  insert into tasks (id, service_id, channel_id, project_id, title, short_title, hue, voice, eyes, mind, min_block_minutes, created_at)
  select gen_random_uuid(), t.service_id, t.channel_id, h.project, t.title, t.short_title, t.hue, t.voice, t.eyes, t.mind, t.min_block_minutes, now()
  from hall h join tasks t on t.project_id = h.model where t.retired_at is null;
  insert into task_needs (task_id, competence_id, level)
  select t.id, n.competence_id, n.level from hall h join tasks t on t.project_id = h.project
  join tasks o on o.project_id = h.model and o.service_id = t.service_id and o.channel_id is not distinct from t.channel_id
  join task_needs n on n.task_id = o.id;
  insert into teams (id, site_id, project_id, name, created_at)
  select team, site, project, jsonb_build_object('uk', 'Велика зала ' || mark, 'en', 'The great hall ' || mark), now() from hall;
  insert into people (id, name, email, created_at) select id, name, email, now() from crowd;
  insert into accounts (person_id, password_hash, created_at)
  select c.id, a.password_hash, now() from crowd c, accounts a join people o on o.id = a.person_id and o.email = 'operator@sviato.test' where c.n < 2;
  insert into employments (id, person_id, position_id, site_id, team_id, kind, valid, created_at)
  select gen_random_uuid(), c.id, o.id, h.site, h.team, 'hire', daterange(current_date - 400, null), now()
  from hall h, crowd c, positions o where o.slug = 'operator';
  insert into grants (id, person_id, role, team_id, valid, created_at)
  select gen_random_uuid(), c.id, 'supervisor', h.team, tstzrange(now() - interval '1 day', null), now() from hall h, crowd c where c.n = 0;
  insert into assessments (id, person_id, competence_id, level, source, assessor_id, state, at)
  select gen_random_uuid(), c.id, k.competence_id, k.level, 'supervisor', b.id, 'confirmed', now() - interval '9 days'
  from crowd c, crowd b, (select n.competence_id, max(n.level) as level from hall h join tasks t on t.project_id = h.project
    join task_needs n on n.task_id = t.id group by 1) k
  where b.n = 0 and c.n > 0 and (c.n = 1 or abs(hashtext(c.n || k.competence_id::text)) % 3 > 0);
  insert into shifts (id, person_id, site_id, team_id, on_date, span, created_at)
  select gen_random_uuid(), c.id, h.site, h.team, h.day, tstzrange(x.at, x.at + interval '9 hours'), now()
  from hall h, crowd c, lateral (select (h.day + make_interval(hours => (array[8, 9, 11])[1 + c.n % 3])) at time zone h.zone as at) x where c.n > 0;
  insert into demand (id, site_id, task_id, span, minimum, target, created_at)
  select gen_random_uuid(), h.site, t.id, tstzrange(x.at, x.at + interval '1 hour'), 1, (array[3, 5, 6, 5, 5, 6, 6, 5, 4, 2])[hour - 8] + t.hue % 3, now()
  from hall h join tasks t on t.project_id = h.project, generate_series(9, 18) hour,
    lateral (select (h.day + make_interval(hours => hour)) at time zone h.zone as at) x;
  with hard as (
    insert into tasks (id, service_id, channel_id, project_id, title, short_title, hue, voice, eyes, mind, min_block_minutes, created_at)
    select gen_random_uuid(), s.id, c.id, h.project, '{"uk": "Складні звернення", "en": "Hard cases"}', '{"uk": "складні", "en": "hard"}',
      7, 1, 2, 3, 30, now() from hall h, services s, channels c
    where not exists (select from tasks t where t.project_id = h.project and t.service_id = s.id and t.channel_id = c.id) limit 1 returning id),
  need as (insert into task_needs (task_id, competence_id, level) select hard.id, c.id, 4 from hard, competences c where c.slug = '${LACKS}')
  insert into demand (id, site_id, task_id, span, minimum, target, created_at)
  select gen_random_uuid(), h.site, hard.id, tstzrange(x.at, x.at + interval '8 hours'), 0, 3, now()
  from hard, hall h, lateral (select (h.day + interval '9 hours') at time zone h.zone as at) x`

/** Another desk takes the tasks by voice out of the catalogue, or back into it; what they are called. */
export async function retireVoice({ teamId }: Hall, retired: boolean): Promise<string[]> {
  const client = new Client({ connectionString: lane().ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query(
      `update tasks t set retired_at = case when $2 then now() end from teams m where m.id = $1 and t.project_id = m.project_id
       and t.voice = 3 returning t.short_title ->> 'uk' as uk`,
      [teamId, retired],
    )
    return rows.map(({ uk }) => uk)
  } finally {
    await client.end()
  }
}

/** The hiring is no part of the story. */
export async function makeHall(mark: string, date: string): Promise<Hall> {
  const client = new Client({ connectionString: lane().ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(BEGIN, [mark, date])
    await client.query(CROWD, [GIVEN, FAMILY])
    await client.query(REST)
    const { rows } = await client.query('select team, id as lacks from hall, competences where slug = $1', [
      LACKS,
    ])
    await client.query('commit')
    return { teamId: rows[0].team, lacks: rows[0].lacks, lead: `hall-${mark}-0`, first: `hall-${mark}-1` }
  } finally {
    await client.end()
  }
}

/** The operator works right now: a task has ended, another goes on, then comes a pause, then the task again. When the pause begins. */
export async function workNow({ teamId, first }: Hall): Promise<Date> {
  const client = new Client({ connectionString: lane().ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query(
      `with clock as (select date_bin('15 minutes', now(), '2000-01-01') as at),
      shift as (
        insert into shifts (id, person_id, site_id, team_id, on_date, span, created_at)
        select gen_random_uuid(), p.id, t.site_id, t.id, ((c.at - interval '30 minutes') at time zone s.time_zone)::date,
          tstzrange(c.at - interval '30 minutes', c.at + interval '2 hours'), now()
        from clock c, people p, teams t join sites s on s.id = t.site_id where p.email = $2 and t.id = $1 returning *),
      plan as (
        insert into rotation_plans (id, team_id, on_date, status, break_rule_id, past_reason, created_at)
        select gen_random_uuid(), team_id, on_date, 'draft', (select id from break_rules order by created_at limit 1), 'The day has begun', now()
        from shift returning id)
      insert into blocks (id, plan_id, plan_status, person_id, shift_id, shift_span, span, what, task_id, created_at)
      select gen_random_uuid(), plan.id, 'draft', shift.person_id, shift.id, shift.span,
        tstzrange(at + make_interval(mins => mine.low), at + make_interval(mins => mine.high)), mine.what, case mine.what when 'task' then task.id end, now()
      from clock, shift, plan, (select k.id from tasks k join teams t on t.project_id = k.project_id where t.id = $1 and k.voice = 0 limit 1) task,
        (values (-30, 0, 'task'), (0, 30, 'task'), (30, 45, 'pause'), (45, 120, 'task')) mine (low, high, what)
      returning plan_id, what, lower(span) as at`,
      [teamId, `${first}@sviato.test`],
    )
    await client.query(`update rotation_plans set status = 'published', published_at = now() where id = $1`, [
      rows[0].plan_id,
    ])
    await client.query('commit')
    return rows.find(({ what }) => what === 'pause').at
  } finally {
    await client.end()
  }
}
