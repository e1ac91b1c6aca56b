import { encode } from 'next-auth/jwt'
import { SESSION_COOKIE } from '#app/_next/cookies'
import type { Measured, Visit } from '#bench/pages'
import { db } from '#db/client'
import { systemActor } from '#domain/access'
import { isOpen } from '#domain/ideas'
import { findActor } from '#server/accounts/actor-queries'
import { makeToken } from '#server/accounts/make-token'
import { openSession } from '#server/accounts/sign-in'
import { listIdeas } from '#server/ideas/queries'

/** Somebody of the centre, signed in. */
export type Visitor = {
  number: number
  personId: string
  /** A colleague of the same team. */
  mateId: string
  isSupervisor: boolean
  /** Numbers of ideas that the person may see and support. */
  openIdeas: number[]
  cookie: string
  token: string
}

export type Request = { method: string; path: string; headers: Record<string, string>; body?: string }

type Chosen = { personId: string; mateId: string; isSupervisor: boolean }

const CHOOSE = `
  select e.person_id as "personId", m.person_id as "mateId",
    exists (select 1 from current_grants g where g.person_id = e.person_id and g.role = 'supervisor') as "isSupervisor"
  from current_employments e
  cross join lateral (select person_id from employments x
    where x.team_id = e.team_id and x.person_id <> e.person_id and upper_inf(x.valid) order by person_id limit 1) m
  order by "isSupervisor" desc, md5(e.person_id::text)`

/** Sessions and tokens are opened by the product's own verbs, so that every request is a real person's. */
async function signIn(chosen: Chosen, number: number, secret: string): Promise<Visitor> {
  const actor = await findActor(chosen.personId)
  if (!actor) throw new Error(`${chosen.personId} does not work here now`)
  const { sessionId } = await openSession(systemActor(), { personId: chosen.personId })
  const token = await makeToken(actor, { name: 'benchmark', scope: 'write', days: 1 })
  const sealed = await encode({ token: { sessionId }, secret, salt: SESSION_COOKIE })
  const { items } = await listIdeas(actor, { limit: 100 })
  const openIdeas = items.filter(({ state, mine }) => isOpen(state) && !mine).map((idea) => idea.number)
  return { ...chosen, number, openIdeas, cookie: `${SESSION_COOKIE}=${sealed}`, token: token.secret }
}

/** A quarter supervisors and the rest anybody, the same people every time. */
export async function openVisitors(secret: string, wanted = 200): Promise<Visitor[]> {
  const leaders = (await db.$client.query<Chosen>(`${CHOOSE} limit $1`, [Math.floor(wanted / 4)])).rows
  const { rows } = await db.$client.query<Chosen>(
    `select * from (${CHOOSE}) c where not "isSupervisor" limit $1`,
    [wanted - leaders.length],
  )
  const visitors: Visitor[] = []
  for (const [number, chosen] of [...leaders, ...rows].entries())
    visitors.push(await signIn(chosen, number, secret))
  return visitors
}

const written = ({ method = 'GET', path, body }: Visit, headers: Record<string, string>): Request =>
  body === undefined
    ? { method, path, headers }
    : {
        method,
        path,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }

export const askersOf = ({ as }: Measured, visitors: readonly Visitor[]): Visitor[] =>
  visitors.filter(({ isSupervisor }) => as === undefined || isSupervisor)

/** The requests of a page, one for each visitor who may open it; all of the first turn, then all of the second. */
export function requestsOf(page: Measured, visitors: readonly Visitor[]): Request[] {
  const { door, turns = 1, visit } = page
  return Array.from({ length: turns }, (_, turn) =>
    askersOf(page, visitors).map((visitor) =>
      written(
        visit(visitor, turn),
        door === 'page' ? { cookie: visitor.cookie } : { authorization: `Bearer ${visitor.token}` },
      ),
    ),
  ).flat()
}
