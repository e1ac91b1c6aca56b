'use server'

import { takeSheet } from '#app/_next/sheet-forms'
import type { FormState } from '#components/ui/form-state'
import { importCompletions } from '#server/training/import-completions'
import { importSessions } from '#server/training/import-sessions'
import { importTrainings } from '#server/training/import-trainings'

export async function importTrainingsAction(previous: FormState, data: FormData): Promise<FormState> {
  return takeSheet(previous, data, importTrainings)
}

export async function importSessionsAction(previous: FormState, data: FormData): Promise<FormState> {
  return takeSheet(previous, data, importSessions)
}

export async function importCompletionsAction(previous: FormState, data: FormData): Promise<FormState> {
  return takeSheet(previous, data, importCompletions)
}
