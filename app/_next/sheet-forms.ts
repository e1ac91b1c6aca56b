import { getTranslations } from 'next-intl/server'
import { attempt } from '#app/_next/forms'
import type { FormState } from '#components/ui/form-state'
import type { Actor } from '#domain/access'
import { invalid } from '#domain/refused'
import { parseSheet } from '#server/sheets'

type Taken = { rows: number; changed: boolean }
type Take = (actor: Actor, sheet: { rows: string[][]; dryRun: boolean }) => Promise<Taken>

const outcomeOf = async (state: FormState, result: Taken): Promise<FormState> => {
  if (state.status !== 'done') return state
  const t = await getTranslations('ui.sheet')
  return { ...state, message: t(result.changed ? 'taken' : 'tried', { rows: result.rows }) }
}

/** A form cannot say in its input what a file holds, so the rows are read here and handed to the verb. */
export async function takeSheet(previous: FormState, data: FormData, take: Take): Promise<FormState> {
  let result: Taken = { rows: 0, changed: false }
  const state = await attempt(previous, data, async (actor) => {
    const file = data.get('file')
    if (!(file instanceof File) || !file.size) throw invalid('file', 'required')
    const rows = await parseSheet(file.name, new Uint8Array(await file.arrayBuffer()))
    result = await take(actor, { rows, dryRun: data.get('dryRun') === 'on' })
    return undefined
  })
  return outcomeOf(state, result)
}

type TakeDocument = (actor: Actor, given: { document: unknown; dryRun: boolean }) => Promise<Taken>

/** What a JSON file holds where it is a thing as a whole and not a list of rows; anything else is left to the sheet. */
export async function documentIn(data: FormData): Promise<object | undefined> {
  const file = data.get('file')
  if (!(file instanceof File) || !/\.json$/i.test(file.name)) return undefined
  try {
    const content: unknown = JSON.parse(await file.text())
    return typeof content === 'object' && content !== null && !Array.isArray(content) ? content : undefined
  } catch {
    return undefined
  }
}

export async function takeDocument(
  previous: FormState,
  data: FormData,
  document: object,
  take: TakeDocument,
): Promise<FormState> {
  let result: Taken = { rows: 0, changed: false }
  const state = await attempt(previous, data, async (actor) => {
    result = await take(actor, { document, dryRun: data.get('dryRun') === 'on' })
    return undefined
  })
  return outcomeOf(state, result)
}
