'use client'

import { unstable_rethrow as rethrowNavigation } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useActionState, useEffect, useId, useRef, useState, useTransition } from 'react'
import { Clock } from '#components/ideas/clock'
import { IdeaState } from '#components/ideas/idea-state'
import { Thread, type ThreadEntry } from '#components/ideas/thread'
import { FormContext } from '#components/ui/form-context'
import { idle } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import { Prose } from '#components/ui/prose'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'
import type { IdeaState as State } from '#domain/ideas'

export type Answered = {
  code?: string
  idea?: {
    number: number
    title: string
    body: string
    state: State
    days: number | null
    paused: boolean
    removedFor: string | null
    mergedInto: string | null
    /** Words as they were written: without JavaScript all of this travels through the form. */
    thread: (Omit<ThreadEntry, 'body'> & { body: string })[]
  }
  refused?: string
  sent?: boolean
  /** What was written and not taken. */
  kept?: string
}
type Props = { action: (previous: Answered, data: FormData) => Promise<Answered> }

/** Where an anonymous author reads and replies. The code is taken out of the fragment and travels in the body alone. */
export function AnswerDesk({ action }: Props) {
  const words = useTranslations('ideas.code')
  const lost = useTranslations('ui.browser.form')
  const [posted, act] = useActionState(action, {})
  const [told, setTold] = useState<Answered | null>(null)
  const [pending, startTransition] = useTransition()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const { idea, code, refused, sent, kept } = told ?? posted
  const thread =
    idea?.thread.map((said) => ({ ...said, body: said.body && <Prose text={said.body} /> })) ?? []
  const replying = Boolean(idea) || kept !== undefined

  /** A lost connection is an answer too: the conversation stays, with what is being written. */
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const data = new FormData(event.currentTarget)
    startTransition(async () => {
      const next = await action({}, data).catch((error: unknown): Answered => {
        rethrowNavigation(error)
        const said = data.get('body')
        return { refused: lost('unreachable'), code, ...(typeof said === 'string' && { kept: said }) }
      })
      const stays = next.idea ?? (next.kept === undefined ? undefined : idea)
      startTransition(() => setTold({ ...next, idea: stays }))
    })
  }

  useEffect(() => {
    const given = location.hash.slice(1)
    const field = form.current?.querySelector<HTMLInputElement>('input[name=code]')
    if (!given || !field) return
    field.value = given
    history.replaceState(null, '', location.pathname)
    form.current?.requestSubmit()
  }, [])

  return (
    <FormContext value={{ id, state: idle, pending }}>
      <div className="grid max-w-[72ch] gap-10">
        <form ref={form} action={act} onSubmit={submit} aria-busy={pending} className="grid gap-6">
          <TextInput
            key={code}
            name="code"
            label={words('field')}
            hint={words('fieldHint')}
            defaultValue={code}
            autoComplete="off"
            spellCheck={false}
            required
          />
          <div role="alert">{refused && kept === undefined && <Notice tone="bad">{refused}</Notice>}</div>
          <PendingButton className="justify-self-start">{words('read')}</PendingButton>
        </form>
        {idea && (
          <section className="grid gap-6" aria-labelledby="idea">
            <h2 id="idea" className="section-title">
              {idea.title}
            </h2>
            {idea.removedFor && <Notice tone="warn">{words('removed', { reason: idea.removedFor })}</Notice>}
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-small text-soft">
              <IdeaState state={idea.state} />
              {idea.days !== null && <Clock days={idea.days} paused={idea.paused} />}
            </p>
            {idea.mergedInto && <p>{words('merged', { title: idea.mergedInto })}</p>}
            {idea.body && <Prose text={idea.body} />}
            {idea.thread.length > 0 ? (
              <Thread label={words('thread')} entries={thread} />
            ) : (
              <p className="text-soft">{words('silent')}</p>
            )}
          </section>
        )}
        {replying && (
          <form
            action={act}
            onSubmit={submit}
            aria-busy={pending}
            className="grid gap-6"
            aria-label={words('reply')}
          >
            <input type="hidden" name="code" value={code} />
            <TextArea
              key={idea?.thread.length}
              name="body"
              label={words('replyField')}
              hint={words('replyHint')}
              maxLength={2000}
              defaultValue={kept}
              required
            />
            <div role="alert">
              {refused && kept !== undefined && (
                <Notice tone="bad">
                  {refused} {words('kept')}
                </Notice>
              )}
            </div>
            <div role="status">{sent && <Notice tone="good">{words('sent')}</Notice>}</div>
            <PendingButton className="justify-self-start">{words('send')}</PendingButton>
          </form>
        )}
      </div>
    </FormContext>
  )
}
