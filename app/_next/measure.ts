import { answering } from '#app/_next/answering'
import { myMeasures } from '#server/workplace/measure-queries'

const NO_STORE = { 'cache-control': 'no-store' }
const LINES = 240

/**
 * A customer's card as heavy as a real one: a read of the database, some 30 kB, and how long the server took (`Server-Timing`), so
 * that the browser can tell server, network and drawing apart.
 */
export const sendCard = answering({ limit: 'read' }, async ({ actor }) => {
  const begun = performance.now()
  const { seat } = await myMeasures(actor, {})
  const history = Array.from({ length: LINES }, (_, line) => ({
    number: line + 1,
    topic: `${seat?.code ?? ''} ${line}`,
    text: 'abcdefghijklmnopqrstuvwxyz '.repeat(4),
  }))
  const took = (performance.now() - begun).toFixed(1)
  return Response.json({ history }, { headers: { ...NO_STORE, 'server-timing': `app;dur=${took}` } })
})

/** The smallest answer there is, for the way there and back. */
export const echo = (): Response => new Response('.', { headers: NO_STORE })
