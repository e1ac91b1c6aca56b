import { readFileSync } from 'node:fs'
import { answerWith, startPart } from '#bench/children'
import { checkPlan } from '#domain/rotation/engine/check-plan'
import { type Instance, SolveInstance } from '#domain/rotation/engine/instance'
import { type PlannedDay, planDay } from '#domain/rotation/engine/plan-day'

/** Frozen lower bounds (converged column generation) and what the research's engine reached in 10 CPU-seconds. */
const ANCHORS = [
  { people: 20, bound: 782.2, before: 841 },
  { people: 60, bound: 2076.6, before: 2243 },
  { people: 150, bound: 4940.4, before: 5403 },
  { people: 500, bound: 16_539, before: 18_497 },
] as const

const SECONDS = 10
const REPLAN_SECONDS = 3
const ABSENT = 8

const read = (people: number): Instance =>
  SolveInstance.parse(JSON.parse(readFileSync(`bench/rotation/instance-${people}.json`, 'utf8')))

/** CPU-seconds, not the wall's: another program on the machine must not change the figure. */
const stopwatch = () => {
  const begun = process.cpuUsage()
  return () => {
    const used = process.cpuUsage(begun)
    return (used.user + used.system) / 1e6
  }
}

const percent = (value: number) => `${(value * 100).toFixed(1)} %`

type Asked = { instance: Instance; seconds: number }
type Planned = PlannedDay & { first: number; memory: number }

const solve = async ({ instance, seconds }: Asked): Promise<Planned> => {
  const clock = stopwatch()
  let first = 0
  const answer = planDay(
    { ...instance, seconds },
    {
      clock,
      onProgress: () => {
        first ||= clock()
      },
    },
  )
  if (checkPlan(instance, answer.plan).length) throw new Error('a plan broke a rule')
  return { ...answer, first, memory: process.memoryUsage().rss / 1e6 }
}

export const servePlanner = () => answerWith(solve)

/** Each plan in a process of its own, as the product plans each day in a thread of its own: the second in one process is a third slower. */
const planApart = async (instance: Instance, seconds: number): Promise<Planned> => {
  const planner = startPart<Asked, Planned>(process.execPath, 'planner')
  try {
    return await planner.ask({ instance, seconds })
  } finally {
    await planner.stop()
  }
}

const replan = async () => {
  const instance = read(150)
  const told = (await planApart(instance, REPLAN_SECONDS)).plan
  const people = instance.people
    .filter((_, at) => at % Math.floor(instance.people.length / ABSENT) !== 0)
    .map((person) => ({ ...person, published: told[person.id] ?? null }))
  const answer = await planApart({ ...instance, people }, REPLAN_SECONDS)
  const slots = people.reduce((total, { from, to }) => total + to - from, 0)
  const gone = instance.people.length - people.length
  const touched = percent(answer.parts.stability / instance.weights.stability / slots)
  console.log(`Re-plan of 150 after ${gone} absences, ${REPLAN_SECONDS} CPU-s: ${touched} of slots changed`)
}

/** Prints the table of docs/rotation-engine.md: seeds 1 to 3 of each shipped day, one thread. */
export async function benchRotation(): Promise<void> {
  console.log(
    '| people | first plan | objective, seeds 1-3 | gap to frozen bound | before | own bound | memory |',
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- |')
  for (const { people, bound, before } of ANCHORS) {
    const runs: Planned[] = []
    for (const seed of [1, 2, 3]) runs.push(await planApart({ ...read(people), seed }, SECONDS))
    const first = Math.max(...runs.map((run) => run.first)).toFixed(2)
    const objectives = runs.map((run) => run.objective).join(' / ')
    const gaps = runs.map((run) => percent(run.objective / bound - 1)).join(' / ')
    const proven = Math.max(...runs.map((run) => run.bound))
    const memory = Math.round(Math.max(...runs.map((run) => run.memory)))
    const was = `${before} (${percent(before / bound - 1)})`
    console.log(`| ${people} | ${first} s | ${objectives} | ${gaps} | ${was} | ${proven} | ${memory} MB |`)
  }
  await replan()
}
