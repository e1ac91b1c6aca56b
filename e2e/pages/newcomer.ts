import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { lane } from '#e2e/lane'

/** Who grows in the story: an operator of the demo supervisor's team who lacks one training and the levels it gives. */
export type Newcomer = { id: string; email: string; name: string }

const ask = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> => {
  const client = new Client({ connectionString: lane().ownerUrl })
  await client.connect()
  try {
    return (await client.query(text, values)).rows as Row[]
  } finally {
    await client.end()
  }
}

const LEFT = `(select id from trainings where slug = 'mentor-school')`
const ASKED = `(select r.* from requirements r join published_versions v on v.id = r.version_id
  where r.position_id = (select id from positions where slug = 'mentor'))`

/** The past is no part of the story, so it is written at once: a year and a half of work, and all but one training. */
export async function hireNewcomer(mark: string): Promise<Newcomer> {
  const id = randomUUID()
  const person = { id, email: `story-${mark}@sviato.test`, name: `Дарина Сходинка ${mark}` }
  await ask('insert into people (id, name, email, created_at) values ($1, $2, $3, now())', [
    id,
    person.name,
    person.email,
  ])
  await ask(
    `insert into accounts (person_id, password_hash, created_at)
     select $1, a.password_hash, now() from accounts a join people p on p.id = a.person_id where p.email = 'operator@sviato.test'`,
    [id],
  )
  await ask(
    `insert into employments (id, person_id, position_id, site_id, team_id, kind, valid, created_at)
     select gen_random_uuid(), $1, e.position_id, e.site_id, g.team_id, 'hire', daterange(current_date - 550, null), now()
     from people p join current_employments e on e.person_id = p.id
     join people s on s.email = 'supervisor@sviato.test' join current_grants g on g.person_id = s.id and g.role = 'supervisor'
     where p.email = 'operator@sviato.test' limit 1`,
    [id],
  )
  await ask(
    `insert into assessments (id, person_id, competence_id, level, source, assessor_id, state, at)
     select gen_random_uuid(), $1, r.competence_id, r.level, 'supervisor', s.id, 'confirmed', now() - interval '9 days'
     from ${ASKED} r join people s on s.email = 'supervisor@sviato.test'
     where r.kind = 'competence' and not exists (select from training_competences k where k.training_id = ${LEFT}
       and k.competence_id = r.competence_id and k.to_level >= r.level)`,
    [id],
  )
  await ask(
    `insert into completions (id, person_id, training_id, outcome, completed_on, created_at)
     select gen_random_uuid(), $1, r.training_id, 'passed', current_date - 30, now() from ${ASKED} r
     where r.kind = 'training' and r.training_id <> ${LEFT}`,
    [id],
  )
  await ask(
    `insert into metric_values (person_id, key, month, value, sample, source, recorded_at)
     select $1, 'quality-score', (date_trunc('month', current_date) - make_interval(months => n))::date, 95, 9, 'story', now()
     from generate_series(0, 3) n`,
    [id],
  )
  await ask(
    `insert into evidence (id, person_id, key, happened_on, verified_by, created_at)
     select gen_random_uuid(), $1, 'improvement', current_date - 20, s.id, now() from people s where s.email = 'supervisor@sviato.test'`,
    [id],
  )
  return person
}
