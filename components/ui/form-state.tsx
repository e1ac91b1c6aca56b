/** What a form action answers; made by `formAction` on the server, read by `ActionForm` in the browser. */
export type FormState = {
  status: 'idle' | 'done' | 'refused'
  /** One translated sentence for the whole form. */
  message?: string
  /** Field name → translated sentence. */
  fields?: Record<string, string>
  /** What was typed, given back on a refusal so that nothing is lost without JavaScript either. */
  values?: Record<string, string | string[]>
  /** Grows with every answer, so that the same refusal twice is announced twice. */
  sequence: number
}

export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>

export const idle: FormState = { status: 'idle', sequence: 0 }

/** The hidden field with the client-made key of one filled-in form; no command's input may use the name. */
export const IDEMPOTENCY_FIELD = 'idempotencyKey'
