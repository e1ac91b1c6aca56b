import { createTranslator } from 'next-intl'
import { currentSession } from '#app/_next/session'
import { Refused } from '#domain/refused'
import { inLocale } from '#domain/text'
import { messagesOf } from '#messages/catalogue'
import { exportIdeas } from '#server/ideas/export-queries'

const COLUMNS = [
  'number',
  'title',
  'body',
  'state',
  'area',
  'authorMode',
  'author',
  'owner',
  'votes',
  'submittedOn',
  'ackDue',
  'decideDue',
  'answeredOn',
] as const

/** RFC 4180. A cell that a sheet would take for a formula begins with an apostrophe (OWASP, CSV injection). */
const cell = (value: string | number | null): string => {
  const text = String(value ?? '')
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A thousand rows at a time, so that a million never stand in memory. */
export async function exportedIdeas(): Promise<Response> {
  const session = await currentSession()
  if (!session) return new Response(null, { status: 401 })
  const { actor, locale } = session
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'ideas' })
  const encoder = new TextEncoder()
  const page = async (cursor?: string) => exportIdeas(actor, { cursor })
  try {
    const first = await page()
    const lines = (items: (typeof first)['items']) =>
      items
        .map((idea) => {
          const said = {
            ...idea,
            area: inLocale(idea.area, locale),
            state: t(`browser.states.${idea.state as 'new'}`),
            authorMode: t(`modeNames.${idea.authorMode as 'named'}`),
          }
          return `${COLUMNS.map((name) => cell(said[name])).join(',')}\r\n`
        })
        .join('')
    let next = first.next
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        // The mark tells sheets that it is UTF-8.
        const head = COLUMNS.map((name) => cell(t(`export.${name}`))).join(',')
        controller.enqueue(encoder.encode(`\ufeff${head}\r\n${lines(first.items)}`))
      },
      async pull(controller) {
        if (!next) return controller.close()
        const more = await page(next)
        next = more.next
        controller.enqueue(encoder.encode(lines(more.items)))
      },
    })
    return new Response(stream, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="ideas.csv"',
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (error instanceof Refused) return new Response(null, { status: 404 })
    throw error
  }
}
