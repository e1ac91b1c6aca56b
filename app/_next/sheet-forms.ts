import { getTranslations } from 'next-intl/server'
import { attempt } from '#app/_next/forms'
import type { FormState } from '#components/ui/form-state'
import type { Actor } from '#domain/access'
import { invalid } from '#domain/refused'
import { parseSheet } from '#server/sheets'

type Taken = { rows: number; changed: boolean }
type Take = (actor: Actor, sheet: { rows: string[][]; dryRun: boolean }) => Promise<Taken>

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
  if (state.status !== 'done') return state
  const t = await getTranslations('ui.sheet')
  return { ...state, message: t(result.changed ? 'taken' : 'tried', { rows: result.rows }) }
}
