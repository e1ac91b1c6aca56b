import { sql } from 'drizzle-orm'
import type { World } from '#db/seed/demo/world'
import { yearlessDay } from '#domain/celebrations'
import { dateAt } from '#domain/site-time'
import { showAwardDesk } from '#server/recognition/award-queries'
import { confirmAward } from '#server/recognition/confirm-award'
import { congratulate } from '#server/recognition/congratulate'

const DEEDS = [
  'Помітили те, повз що проходили всі, і довели до кінця. Тепер це береже час на кожній розмові.',
  'Не просто поскаржилися, а принесли рішення, яке можна було зробити за тиждень. Ми його зробили.',
  'Одна проста думка прибрала зайвий крок, який робили сотні разів на день.',
]
const MONTHS = 3

/** HR confirmed ideas of the last whole months; the second place of each month stayed empty. */
const awardIdeas = async (world: World): Promise<void> => {
  const hr = world.actor(world.account('hr'))
  for (let back = MONTHS - 1; back >= 0; back -= 1) {
    const { now } = world
    const confirmedAt = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 3, 9))
    if (confirmedAt > now) continue
    const at = { now: confirmedAt, newId: world.newId }
    const [best] = (await showAwardDesk(hr, {}, at)).candidates
    const deed = DEEDS[back] ?? ''
    if (best) await confirmAward(hr, { number: best.number, deed, value: 'courage' }, at)
  }
}

/** Every second person agreed to be congratulated; birthdays fall evenly over the year, some of them this week. */
export async function seedCelebrations(world: World): Promise<void> {
  const { random, now } = world
  const wishes = world.people
    .filter(() => random.chance(0.5))
    .map(({ id }) => {
      const day = new Date(Date.UTC(2000, 0, 1 + random.between(0, 365)))
      const birthday = random.chance(0.8) ? yearlessDay(day.getUTCDate(), day.getUTCMonth() + 1) : null
      return [id, birthday, now]
    })
  await world.bulk('celebration_wishes', ['person_id', 'birthday', 'set_at'], wishes)
  const mentor = world.account('mentor')
  const today = dateAt(now, mentor.site.timeZone)
  await world.database.execute(sql`
    insert into celebration_wishes (person_id, birthday, set_at)
    values (${mentor.id}, ${yearlessDay(Number(today.slice(8)), Number(today.slice(5, 7)))}, ${now})
    on conflict (person_id) do update set birthday = excluded.birthday`)
  await world.database.execute(sql`
    update celebration_wishes w set works_since = (select min(lower(e.valid)) from employments e where e.person_id = w.person_id)
    where extract(day from w.birthday) > 10`)
  await awardIdeas(world)
  await congratulateAll(world)
}

/**
 * Colleagues of the team congratulated those whose day it is and who tell it to them; half of them, so that a reader can be the next.
 */
const congratulateAll = async (world: World): Promise<void> => {
  const today = dateAt(world.now, world.account('mentor').site.timeZone)
  const { rows } = await world.database.execute<{ id: string }>(sql`
    select w.person_id as id from celebration_wishes w join people r on r.id = w.person_id and r.praise_visibility <> 'private'
    where to_char(w.birthday, 'MM-DD') = ${today.slice(5)}`)
  for (const { id } of rows) {
    const team = world.people.find((person) => person.id === id)?.team
    const mates = team ? world.people.filter((person) => person.team?.id === team.id && person.id !== id) : []
    const told = new Set(['operator', 'content', 'supervisor'].map((name) => world.account(name).id))
    for (const mate of mates.filter(({ id: mateId }, at) => at % 2 === 0 && !told.has(mateId)).slice(0, 6))
      await congratulate(
        world.actor(mate),
        { personId: id, kind: 'birthday', on: today },
        { now: world.now, newId: world.newId },
      )
  }
}
