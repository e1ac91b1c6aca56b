import { sql } from 'drizzle-orm'
import { db } from '#db/client'
import { systemActor } from '#domain/access'
import { Refused } from '#domain/refused'
import type { Piece } from '#domain/rotation/day'
import type { DayWeights } from '#domain/rotation/day-weights'
import { checkPlan } from '#domain/rotation/engine/check-plan'
import { dayInstance, piecesOf } from '#domain/rotation/engine/day-instance'
import type { Plan } from '#domain/rotation/engine/instance'
import { runOutcome } from '#domain/rotation/engine/run-outcome'
import { loadDayToPlan } from '#server/rotation/day-to-plan-queries'
import { lockPlan } from '#server/rotation/plan-queries'
import { storeRun } from '#server/rotation/store-run'
import { type SolverNews, solveInstance } from '#server/solver'

type Run = {
  id: string
  planId: string
  keeps: 'nothing' | 'touched' | 'blocks'
  seconds: number
  seed: number
  weights: DayWeights
}

/** A worker that was not heard of for so long is gone: the search begins again. */
const SILENT = '60 seconds'

const takeRun = async (now: Date): Promise<Run | undefined> => {
  const moment = sql`${now.toISOString()}::timestamptz`
  const { rows } = await db.execute<Run>(sql`
    update plan_runs set status = 'running', heard_at = ${moment} where id = (
      select id from plan_runs
      where status = 'waiting' or (status = 'running' and heard_at < ${moment} - ${SILENT}::interval)
      order by asked_at limit 1 for update skip locked)
    returning id, plan_id as "planId", keeps, seconds, seed, weights`)
  return rows[0]
}

type Days = Record<string, Piece[]>

const daysOf = (plan: Plan, origin: number): Days =>
  Object.fromEntries(Object.entries(plan).map(([shiftId, row]) => [shiftId, piecesOf(row, origin)]))

/** Writes down how it goes and the best days so far, and hears whether somebody asked to stop. */
const report = async (runId: string, news: SolverNews, best?: Days): Promise<boolean> => {
  const drafted = best ? sql`${JSON.stringify(best)}::jsonb` : sql`drafted`
  const { rows } = await db.execute<{ stop: boolean }>(sql`
    update plan_runs set news = ${JSON.stringify(news)}::jsonb, drafted = ${drafted}, heard_at = ${new Date().toISOString()}::timestamptz
    where id = ${runId} and status = 'running' returning stop_asked_at is not null as stop`)
  return rows[0]?.stop ?? true
}

const search = async (run: Run, now: Date): Promise<void> => {
  const plan = await db.transaction((tx) => lockPlan(tx, run.planId))
  const day = await loadDayToPlan(db, plan, run, now)
  const { instance, origin } = dayInstance(day)
  const stop = new AbortController()
  let told = Promise.resolve()
  const onNews = (news: SolverNews, best?: Plan) => {
    told = told
      .then(async () => {
        if (await report(run.id, news, best && daysOf(best, origin))) stop.abort()
      })
      // The database is away for a moment: the search goes on, and its answer is stored or fails aloud.
      .catch(() => undefined)
  }
  const answer = await solveInstance(instance, { onNews, signal: stop.signal })
  await told
  const [broken] = checkPlan(instance, answer.plan)
  if (broken) throw new Error(`the engine broke "${broken.rule}" in slot ${broken.slot}`)
  const days = Object.entries(daysOf(answer.plan, origin)).map(([shiftId, pieces]) => ({ shiftId, pieces }))
  await storeRun(systemActor(), { runId: run.id, days, outcome: runOutcome(day, instance, origin, answer) })
}

const failRun = (runId: string) =>
  db.execute(sql`
    update plan_runs set status = 'failed', ended_at = ${new Date().toISOString()}::timestamptz
    where id = ${runId} and status = 'running'`)

/** Nothing was wrong with it, the solver was busy with others: it waits again. */
const waitAgain = (runId: string) =>
  db.execute(
    sql`update plan_runs set status = 'waiting', heard_at = null where id = ${runId} and status = 'running'`,
  )

const isBusy = (error: unknown): boolean => error instanceof Refused && error.reason === 'too-many'

/** Makes the drafts that wait, one after another; one that fails does not keep the others waiting, and is told at the end. */
export async function planRotation(now: Date): Promise<void> {
  const failures: unknown[] = []
  for (let run = await takeRun(now); run; run = await takeRun(new Date())) {
    try {
      await search(run, now)
    } catch (error) {
      if (isBusy(error)) {
        await waitAgain(run.id)
        break
      }
      await failRun(run.id)
      failures.push(error)
    }
  }
  if (failures.length) throw failures[0]
}
