'use client'

import { createContext, useContext, useId } from 'react'
import type { FormState } from '#components/ui/form-state'

export const FormContext = createContext<{ id: string; state: FormState; pending: boolean } | null>(null)

/** Identity, refusal and kept value of one field; outside an ActionForm it only gives an id. */
export function useField(name: string) {
  const form = useContext(FormContext)
  const own = useId()
  const kept = form?.state.values?.[name]
  return {
    id: form ? `${form.id}-${name}` : own,
    // A refusal names a part of a list as `answers.0.number`, a control as `answers[0].number`.
    error: form?.state.fields?.[name.replace(/\[(\d+)\]/g, '.$1')],
    kept: typeof kept === 'string' ? kept : undefined,
    keptList: typeof kept === 'string' ? [kept] : kept,
    /** Grows when the form was done and emptied: what a control keeps in its own state goes too. */
    emptied: form?.state.status === 'done' ? form.state.sequence : 0,
    /** A refused form says so even where nothing was kept: an unchecked box stays unchecked. */
    refused: form?.state.status === 'refused' && form.state.values !== undefined,
  }
}

export function describedBy(id: string, hint: unknown, error: unknown) {
  return [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined
}
