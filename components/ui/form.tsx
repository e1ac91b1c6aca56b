'use client'

import { unstable_rethrow as rethrowNavigation } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { FormEvent, ReactNode } from 'react'
import { useActionState, useEffect, useId, useRef, useState, useTransition } from 'react'
import { FormContext } from '#components/ui/form-context'
import { FormErrors } from '#components/ui/form-errors'
import type { FormAction, FormState } from '#components/ui/form-state'
import { IDEMPOTENCY_FIELD, idle } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'

type Words = ReturnType<typeof useTranslations<'ui.browser.form'>>
type Props = {
  action: FormAction
  children: ReactNode
  initial?: FormState
  /** Clears what was typed after success; a form that shows stored values keeps them. */
  resetWhenDone?: boolean
  label?: string
  className?: string
}

/**
 * A form that keeps what was typed, moves to what is wrong and sends once. Without JavaScript the browser posts it and
 * the same state comes back rendered.
 */
export function ActionForm({
  action,
  children,
  initial = idle,
  resetWhenDone = true,
  label,
  className,
}: Props) {
  const words = useTranslations('ui.browser.form')
  const [posted, post] = useActionState(action, initial)
  const [answered, setAnswered] = useState<FormState | null>(null)
  const [pending, startTransition] = useTransition()
  const state = answered ?? posted
  const form = useRef<HTMLFormElement>(null)
  const id = useId()

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    startTransition(async () => {
      const next = await sent(action, state, data, words)
      startTransition(() => setAnswered(next))
    })
  }

  useEffect(() => {
    if (state.sequence === 0) return
    if (state.status === 'done' && resetWhenDone) form.current?.reset()
    if (state.status !== 'refused') return
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const target = wrong ?? form.current?.querySelector<HTMLElement>('[data-form-errors]')
    target?.focus()
  }, [state, resetWhenDone])

  return (
    <FormContext value={{ id, state, pending }}>
      <form
        ref={form}
        action={post}
        onSubmit={submit}
        aria-label={label}
        aria-busy={pending}
        className={className ?? 'grid gap-6'}
      >
        <IdempotencyKey key={state.sequence} />
        <FormErrors id={id} state={state} />
        {children}
        <div role="status" className="empty:absolute">
          {state.status === 'done' && state.message && <Notice tone="good">{state.message}</Notice>}
        </div>
      </form>
    </FormContext>
  )
}

/**
 * A lost connection or a defect of the server is an answer too: the form stays, with everything typed and the same key
 * for the next try. Next gives an error of the server a digest, by which the log is found.
 */
async function sent(action: FormAction, state: FormState, data: FormData, words: Words): Promise<FormState> {
  try {
    return await action(state, data)
  } catch (error) {
    rethrowNavigation(error)
    const number = (error as { digest?: string }).digest
    const message = number ? words('failed', { number }) : words('unreachable')
    return { ...state, status: 'refused', message, fields: undefined, values: undefined }
  }
}

function IdempotencyKey() {
  const [key] = useState(() =>
    Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-'),
  )
  // The server's key stays in the page while it hydrates: either one is good, as long as it does not change.
  return <input type="hidden" name={IDEMPOTENCY_FIELD} defaultValue={key} suppressHydrationWarning />
}
