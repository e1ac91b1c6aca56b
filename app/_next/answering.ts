import { type Limit, limitPerPerson } from '#app/_next/limits'
import { refusedAnswer } from '#app/_next/open-answering'
import { currentSession, requireSession } from '#app/_next/session'
import { Refused } from '#domain/refused'
import type { Session } from '#server/accounts/actor-queries'
import { forgetPerson } from '#server/request-scope'

type Wishes = {
  limit: Limit
  /** How a stranger is met: shown the way to sign in and back, told 401, or told by 204 not to come again (streams). */
  stranger?: 'sign-in' | 'refused' | 'silent'
  /** Whatever is refused is answered by 404. */
  hides?: boolean
  /** The log of the request names nobody. */
  unnamed?: boolean
}

type Work<Params> = (session: Session, request: Request, params: Params) => Promise<Response>
type Context<Params> = { params: Promise<Params> }

const meet = (stranger: Wishes['stranger']): Promise<Session | undefined> =>
  stranger === 'sign-in' ? requireSession() : currentSession()

/** An address under /api for whoever is signed in: session → limit → work → answer or refusal, in one place. */
export const answering =
  <Params = unknown>({ limit, stranger = 'refused', hides, unnamed }: Wishes, work: Work<Params>) =>
  async (request: Request, context: Context<Params>): Promise<Response> => {
    try {
      const session = await meet(stranger)
      if (unnamed) forgetPerson()
      if (!session && stranger === 'silent') return new Response(null, { status: 204 })
      if (!session) throw new Refused('unauthenticated')
      await limitPerPerson(session.actor.personId, limit)
      return await work(session, request, await context.params)
    } catch (error) {
      return refusedAnswer(error, hides)
    }
  }
