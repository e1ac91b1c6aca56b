import { AsyncLocalStorage } from 'node:async_hooks'

export type RequestScope = {
  requestId: string
  personId?: string
  anonymous: boolean
  /** What the answer's status becomes, where Next would send another one with it. */
  status?: 400 | 404
}

const kept = globalThis as typeof globalThis & { sviatoRequests?: AsyncLocalStorage<RequestScope> }
kept.sviatoRequests ??= new AsyncLocalStorage()

const requests = kept.sviatoRequests

export const withinRequest = <T>(scope: RequestScope, work: () => T): T => requests.run(scope, work)

/** Who makes this request, for the access log. */
export function notePerson(personId: string): void {
  const scope = requests.getStore()
  if (scope) scope.personId = personId
}

/** From here on the log of this request names nobody, whoever was noted before or is noted later. */
export function forgetPerson(): void {
  const scope = requests.getStore()
  if (scope) scope.anonymous = true
}

/** The body could not be read as the form it said it was: the sender's fault and no defect. */
export function noteGarbled(): void {
  const scope = requests.getStore()
  if (scope) scope.status = 400
}

/** The page drawn says that there is nothing here: as a page of its own, complete without scripts, unlike what Next's own way leads to. */
export function noteLost(): void {
  const scope = requests.getStore()
  if (scope) scope.status = 404
}
