'use server'

import { getTranslations } from 'next-intl/server'
import { attempt, formAction } from '#app/_next/forms'
import type { FormState } from '#components/ui/form-state'
import { invalid } from '#domain/refused'
import { copyWeek } from '#server/rotation/copy-week'
import { importShifts } from '#server/rotation/import-shifts'
import { recordAbsence } from '#server/rotation/record-absence'
import { removeAbsence } from '#server/rotation/remove-absence'
import { removeShift } from '#server/rotation/remove-shift'
import { repeatShifts } from '#server/rotation/repeat-shifts'
import { parseSheet } from '#server/sheets'

export const copyWeekAction = formAction(copyWeek, { said: 'shiftsCopied' })
export const repeatShiftsAction = formAction(repeatShifts, { said: 'shiftsRepeated' })
export const removeShiftAction = formAction(removeShift, { said: 'shiftRemoved' })
export const recordAbsenceAction = formAction(recordAbsence, { said: 'absenceRecorded' })
export const removeAbsenceAction = formAction(removeAbsence, { said: 'absenceRemoved' })

const sheetOf = async (data: FormData): Promise<string[][]> => {
  const file = data.get('file')
  if (file instanceof File && file.size)
    return parseSheet(file.name, new Uint8Array(await file.arrayBuffer()))
  const text = String(data.get('text') ?? '')
  if (!text.trim()) throw invalid('text', 'required')
  return parseSheet('pasted.csv', new TextEncoder().encode(text))
}

/** A form cannot say in its input what a file holds, so the rows are read here and handed to the verb. */
export async function importShiftsAction(previous: FormState, data: FormData): Promise<FormState> {
  let result = { rows: 0, added: 0, changed: false }
  const state = await attempt(previous, data, async (actor) => {
    const rows = await sheetOf(data)
    const teamId = String(data.get('teamId') ?? '')
    result = await importShifts(actor, { rows, teamId, dryRun: data.get('dryRun') === 'on' })
    return undefined
  })
  if (state.status !== 'done') return state
  const t = await getTranslations('rotation.shifts')
  const { rows, added } = result
  return { ...state, message: t(result.changed ? 'taken' : 'tried', { rows, added }) }
}
