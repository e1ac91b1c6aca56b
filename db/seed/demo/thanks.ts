import type { Person, World } from '#db/seed/demo/world'
import { hidePrivate } from '#domain/customer-thanks'
import { decideThanks } from '#server/recognition/decide-thanks'
import { enterThanks } from '#server/recognition/enter-thanks'
import { passThanksOn } from '#server/recognition/pass-thanks-on'
import letters from './content/customer-thanks.json'

const NAMES = ['Оксана', 'Андрій', 'Марія', 'Тарас', 'Ірина']
type Channel = Parameters<typeof enterThanks>[1]['channel']

const letterOf = ({ random }: World, turn: number) => {
  const { text, channel } = letters[turn % letters.length] as (typeof letters)[number]
  const name = random.pick(NAMES)
  const digits = () => String(random.between(10, 99))
  const said = text
    .replace('{name}', name)
    .replace('{phone}', `067 ${digits()}${random.between(0, 9)} ${digits()} ${digits()}`)
    .replace('{mail}', `klient${digits()}@example.com`)
  return { said, clean: hidePrivate(said, [name]), channel: channel as Channel }
}

const tell = async (world: World, operator: Person, ago: number, turn: number, answer?: 'wall' | 'keep') => {
  const { random, newId } = world
  const leader = world.people.find(
    ({ id }) => id === world.teams.find((team) => team.id === operator.team?.id)?.supervisorId,
  )
  if (!leader || leader.id === operator.id) return
  const { said, clean, channel } = letterOf(world, turn)
  const at = (days: number, hour: number) => ({ now: world.day(days, hour, random.between(0, 59)), newId })
  const receivedOn = world.day(ago).toISOString().slice(0, 10)
  const reference = `${channel.toUpperCase()}-${10_000 + turn}`
  const entered = await enterThanks(
    world.actor(leader),
    { channel, reference, receivedOn, text: said },
    at(ago, 10),
  )
  const thanksId = entered.id
  if (turn % 9 === 8 && ago < 8) return
  const passed = { thanksId, operatorId: operator.id, text: clean, namesHidden: true }
  await passThanksOn(world.actor(leader), passed, at(ago, 12))
  if (answer) await decideThanks(world.actor(operator), { thanksId, decision: answer }, at(ago, 15))
}

/** Half a year of what customers said; the newest still wait for their operators, a few to be passed on. */
export async function seedThanks(world: World): Promise<void> {
  const { random } = world
  const operators = world.people.filter(({ position, team }) => position === 'operator' && team)
  const count = Math.min(45, operators.length)
  for (let turn = 0; turn < count; turn++) {
    const ago = Math.max(1, Math.round(170 * (1 - turn / count)))
    const answer = random.chance(0.8) ? 'wall' : 'keep'
    await tell(world, random.pick(operators), ago, turn, ago < 4 ? undefined : answer)
  }
  await tell(world, world.account('operator'), 2, count + 1)
}
