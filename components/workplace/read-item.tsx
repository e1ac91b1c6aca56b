import type { Question, RoundAnswer } from '#components/workplace/round-question'
import type { QueuedAnswer } from '#components/workplace/round-store'
import type { Given, Typed } from '#domain/round-answers'
import { readTyped } from '#domain/round-answers'
import type { Theirs } from '#domain/round-sync'

const CONTROLS = ['pick', 'number', 'words', 'comment', 'reason', 'instrumentId'] as const

const controlValue = (element: Element, name: string): string | undefined => {
  const all = [...element.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name$=".${name}"]`)]
  const said = all.find((one) => one.type !== 'radio' || (one as HTMLInputElement).checked)
  return said?.value
}

/** The answer that the controls of one question show now. */
export function readItem(element: Element): Given | undefined {
  const typed: Typed = {}
  for (const name of CONTROLS) typed[name] = controlValue(element, name)
  return readTyped(typed)
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const isTouched = (control: Control): boolean => {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some(
      (option) => option.selected !== option.defaultSelected && option.value !== '',
    )
  if (control.type === 'radio' || control.type === 'checkbox')
    return (control as HTMLInputElement).checked !== (control as HTMLInputElement).defaultChecked
  return control.value !== control.defaultValue
}

/** The questions whose controls show something else than the page was drawn with. */
export const touchedItems = (root: Element): Element[] =>
  [...root.querySelectorAll('[data-item]')].filter((item) =>
    [...item.querySelectorAll<Control>('input:not([type=file]), select, textarea')].some(isTouched),
  )

type Stored = { [Field in keyof Given]?: Given[Field] | null } | RoundAnswer | Theirs | null

const given = <Value,>(value: Value | null | undefined): Value | undefined => value ?? undefined

/** What was said, whichever form it was kept in. */
export function saidIn(stored: Stored): Partial<Given> | null {
  if (!stored) return null
  const { state, yes, number, choice, words } = stored
  const beside = stored as { comment?: string | null; reason?: string | null; instrumentId?: string | null }
  return {
    state: state as Given['state'],
    yes: given(yes),
    number: given(number),
    choice: given(choice),
    words: given(words),
    comment: given(beside.comment),
    reason: given(beside.reason),
    instrumentId: given(beside.instrumentId),
  }
}

const BLANK: RoundAnswer = {
  state: 'answered',
  yes: null,
  number: null,
  choice: null,
  words: null,
  comment: null,
  reason: null,
  instrumentId: null,
  by: '',
  band: null,
  revision: 0,
}

/**
 * A question as it is drawn on this device: over the server's answer lies what was kept here before the page was opened, or the
 * other inspector's, where it was chosen. The key changes with it, and only then: never under somebody's fingers.
 */
export function overlay(
  question: Question,
  restored: QueuedAnswer | undefined,
  theirs: Theirs | undefined,
): { question: Question; key: string } {
  const shown = theirs ?? restored?.given
  if (!shown) return { question, key: question.id }
  const answer = { ...BLANK, ...question.answer, ...nulled(shown) } as RoundAnswer
  const key = theirs ? `${question.id}:${theirs.revision}` : `${question.id}:restored`
  return { question: { ...question, answer }, key }
}

const nulled = ({ state, yes, number, choice, words, ...beside }: Partial<Given> | Theirs) => ({
  state,
  yes: yes ?? null,
  number: number ?? null,
  choice: choice ?? null,
  words: words ?? null,
  comment: 'comment' in beside ? (beside.comment ?? null) : null,
  reason: 'reason' in beside ? (beside.reason ?? null) : null,
  instrumentId: 'instrumentId' in beside ? (beside.instrumentId ?? null) : null,
})
