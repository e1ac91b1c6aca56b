'use server'

import { documentIn, takeDocument, takeSheet } from '#app/_next/sheet-forms'
import type { FormState } from '#components/ui/form-state'
import { importLadder } from '#server/career/import-ladder'
import { importMetrics } from '#server/career/import-metrics'
import { importRequirements } from '#server/career/import-requirements'

/** A sheet holds requirements; a JSON document the whole ladder. */
export async function importLadderAction(previous: FormState, data: FormData): Promise<FormState> {
  const versionId = String(data.get('versionId'))
  const document = await documentIn(data)
  if (document)
    return takeDocument(previous, data, document, (actor, given) =>
      importLadder(actor, { ...given, versionId }),
    )
  return takeSheet(previous, data, (actor, sheet) => importRequirements(actor, { ...sheet, versionId }))
}

export async function importMetricsAction(previous: FormState, data: FormData): Promise<FormState> {
  const source = String(data.get('source') ?? '')
  return takeSheet(previous, data, (actor, sheet) => importMetrics(actor, { ...sheet, source }))
}
