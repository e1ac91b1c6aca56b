import { createTranslator } from 'next-intl'
import { answering } from '#app/_next/answering'
import { download } from '#app/_next/download'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'
import { messagesOf } from '#messages/catalogue'
import { exportIdeas } from '#server/ideas/export-queries'
import { writeSheet } from '#server/sheets'

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

type Page = Awaited<ReturnType<typeof exportIdeas>>
type Row = (string | number | null)[]

/** RFC 4180. A cell that a sheet would take for a formula begins with an apostrophe (OWASP, CSV injection). */
const cell = (value: string | number | null): string => {
  const text = String(value ?? '')
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`

/** The names of the columns and the rows of a page, in the reader's words. */
const inWords = (locale: Locale) => {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'ideas' })
  const head = COLUMNS.map((name) => t(`export.${name}`))
  const rowsOf = ({ items }: Page): Row[] =>
    items.map((idea) => {
      const said = {
        ...idea,
        area: inLocale(idea.area, locale),
        state: t(`browser.states.${idea.state as 'new'}`),
        authorMode: t(`modeNames.${idea.authorMode as 'named'}`),
      }
      return COLUMNS.map((name) => said[name])
    })
  return { head, rowsOf }
}
type Words = ReturnType<typeof inWords>
type Next = (cursor: string) => Promise<Page>

/** A thousand rows at a time, so that a million never stand in memory. */
const asText = ({ head, rowsOf }: Words, first: Page, read: Next): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  let { next } = first
  return new ReadableStream({
    start(controller) {
      // The mark tells sheets that it is UTF-8.
      controller.enqueue(encoder.encode(`\ufeff${[head, ...rowsOf(first)].map(line).join('')}`))
    },
    async pull(controller) {
      if (!next) return controller.close()
      const more = await read(next)
      next = more.next
      controller.enqueue(encoder.encode(rowsOf(more).map(line).join('')))
    },
  })
}

/** A workbook is made in memory; whoever has more ideas gets the text, which has no end. */
const MOST_IN_WORKBOOK = 50_000

const asWorkbook = async ({ head, rowsOf }: Words, first: Page, read: Next) => {
  const rows = rowsOf(first)
  for (let { next } = first; next; ) {
    if (rows.length >= MOST_IN_WORKBOOK) return undefined
    const more = await read(next)
    rows.push(...rowsOf(more))
    next = more.next
  }
  return new Uint8Array(await writeSheet('xlsx', { head, rows }))
}

/** Every idea as text with commas, or as an Excel workbook (`format=xlsx`). */
export const exportedIdeas = answering({ limit: 'file', hides: true }, async ({ actor, locale }, request) => {
  const read = async (cursor?: string) => exportIdeas(actor, { cursor })
  const words = inWords(locale)
  const first = await read()
  if (new URL(request.url).searchParams.get('format') === 'xlsx') {
    const book = await asWorkbook(words, first, read)
    if (book) return download('ideas.xlsx', book)
  }
  return download('ideas.csv', asText(words, first, read))
})
