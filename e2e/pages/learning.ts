import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { lane } from '#e2e/lane'

const ask = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> => {
  const client = new Client({ connectionString: lane().ownerUrl })
  await client.connect()
  try {
    return (await client.query(text, values)).rows as Row[]
  } finally {
    await client.end()
  }
}

/** A session of a training with one seat, a month ahead at an hour when nobody has another. */
export async function planOneSeat(slug: string, room: string): Promise<string> {
  const id = randomUUID()
  await ask(
    `insert into training_sessions (id, training_id, period, seats, site_id, place, state, created_at)
     select $1, t.id, tstzrange(date_trunc('day', now()) + interval '33 days 19 hours', date_trunc('day', now()) + interval '33 days 21 hours'),
       1, s.id, jsonb_build_object('uk', $3::text), 'planned', now()
     from trainings t join sites s on s.slug = 'kyiv' where t.slug = $2`,
    [id, slug, room],
  )
  return id
}

/** Coming sessions of these trainings are held so many days later, or as many days earlier again. */
export const holdLater = (slugs: string[], days: number) =>
  ask(
    `update training_sessions s set period = tstzrange(lower(s.period) + make_interval(days => $2::int), upper(s.period) + make_interval(days => $2::int))
     from trainings t where t.id = s.training_id and t.slug = any($1) and s.state = 'planned' and lower(s.period) > now() + make_interval(days => greatest(-$2::int, 0))`,
    [slugs, days],
  )

/** The month has passed: the session was yesterday. */
export const letTimePass = (sessionId: string) =>
  ask(
    `update training_sessions set period = tstzrange(now() - interval '26 hours', now() - interval '24 hours') where id = $1`,
    [sessionId],
  )

/** The lessons of a course are read; reading them is another test's. */
export const readLessons = (personId: string, slug: string) =>
  ask(
    `insert into lesson_reads (person_id, lesson_id, read_at)
     select $1, l.id, now() from lessons l join trainings t on t.id = l.training_id where t.slug = $2 and l.retired_at is null
     on conflict do nothing`,
    [personId, slug],
  )

/** What somebody who has learned it answers, to every question of the open attempt. */
export const answerRightly = (personId: string) =>
  ask(
    `update attempt_questions q set answered_at = now(), answer = case u.kind
       when 'text' then jsonb_build_object('text', u.options -> 0 ->> 'uk')
       else jsonb_build_object('chosen', (select jsonb_agg((o.option ->> 'id')::int order by o.place)
         from jsonb_array_elements(u.options) with ordinality o (option, place)
         where u.kind = 'ordering' or (o.option ->> 'right')::boolean)) end
     from quiz_questions u, quiz_attempts a
     where u.id = q.question_id and a.id = q.attempt_id and a.person_id = $1 and a.finished_at is null`,
    [personId],
  )

/** Every question of a course is asked, so that none is left to the lot. */
export const askAll = (slug: string) =>
  ask(
    `update quiz_pools p set draw = (select count(*) from quiz_questions q where q.training_id = p.training_id and q.pool = p.name and q.retired_at is null)
     from trainings t where t.id = p.training_id and t.slug = $1`,
    [slug],
  )

/** Of the open attempt of a demo account, the first question of a kind, with what is right. */
export async function questionOf(account: string, kind: 'single' | 'text') {
  const [found] = await ask<{ position: number; prompt: string; right: string }>(
    `select q.position, u.prompt ->> 'uk' as prompt, coalesce((select o ->> 'uk' from jsonb_array_elements(u.options) o
       where (o ->> 'right')::boolean limit 1), u.options -> 0 ->> 'uk') as "right"
     from attempt_questions q join quiz_questions u on u.id = q.question_id join quiz_attempts a on a.id = q.attempt_id
     join people p on p.id = a.person_id
     where p.email = $1 and a.finished_at is null and u.kind = $2 order by q.position limit 1`,
    [`${account}@sviato.test`, kind],
  )
  if (!found) throw new Error(`no ${kind} question is asked`)
  return found
}
