import type { Application } from '#components/career/application-list'
import type { Actor } from '#domain/access'
import { can } from '#domain/access'
import {
  decideAction,
  postponeReleaseAction,
  refusalTalkAction,
  releaseAction,
  withdrawApplicationAction,
} from './actions'

export const applicationActions = {
  withdraw: withdrawApplicationAction,
  decide: decideAction,
  postpone: postponeReleaseAction,
  release: releaseAction,
  talk: refusalTalkAction,
}

type Row = {
  person: { id: string }
  state: string
  releasedAt: string | null
  talk: unknown
  teamId: string | null
  siteId: string | null
}

/** Which forms stand beside an application for this reader; each command behind them asks again. */
export function mayDo(actor: Actor, row: Row, opening: { site: { id: string } }): Application['may'] {
  const own = row.person.id === actor.personId
  if (own) return row.state === 'submitted' ? ['withdraw'] : []
  const person = { people: [row.person.id], teamId: row.teamId, siteId: row.siteId }
  const mayDecide = can(actor, 'career.decide', { siteId: opening.site.id })
  if (row.state === 'submitted') return mayDecide ? ['decide'] : []
  if (row.state === 'declined')
    return !row.talk && can(actor, 'career.holdRefusalTalk', person) ? ['talk'] : []
  if (row.state !== 'accepted' || row.releasedAt) return []
  return [
    ...(can(actor, 'career.release', person) ? (['release'] as const) : []),
    ...(can(actor, 'career.postponeRelease', person) ? (['postpone'] as const) : []),
  ]
}
