'use server'

import { takeSheet } from '#app/_next/sheet-forms'
import type { FormState } from '#components/ui/form-state'
import { importMetrics } from '#server/career/import-metrics'
import { importRequirements } from '#server/career/import-requirements'

export async function importRequirementsAction(previous: FormState, data: FormData): Promise<FormState> {
  const versionId = String(data.get('versionId'))
  return takeSheet(previous, data, (actor, sheet) => importRequirements(actor, { ...sheet, versionId }))
}

export async function importMetricsAction(previous: FormState, data: FormData): Promise<FormState> {
  const source = String(data.get('source') ?? '')
  return takeSheet(previous, data, (actor, sheet) => importMetrics(actor, { ...sheet, source }))
}
