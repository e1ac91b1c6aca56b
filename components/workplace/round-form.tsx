'use client'

import { useTranslations } from 'next-intl'
import type { ChangeEvent, ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Meter } from '#components/ui/meter'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { ItemQueue } from '#components/workplace/item-queue'
import { itemState } from '#components/workplace/item-state'
import { PhotoForm } from '#components/workplace/photo-form'
import { overlay, readItem, saidIn, touchedItems } from '#components/workplace/read-item'
import type { Question, RoundSection } from '#components/workplace/round-question'
import { RoundQuestion } from '#components/workplace/round-question'
import { RoundQueue } from '#components/workplace/round-queue'
import type { KeptRound } from '#components/workplace/round-store'
import { useRound } from '#components/workplace/use-round'
import type { Given, Misfit } from '#domain/round-answers'
import { misfitOf, sameAnswer } from '#domain/round-answers'
import type { Theirs } from '#domain/round-sync'
import { seasonOf } from '#domain/scoring'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'

type Props = {
  round: KeptRound
  locale: Locale
  /** Without JavaScript a part is sent as a form; absent where there is no connection. */
  answer?: FormAction
  submit?: FormAction
  photograph?: FormAction
  /** Called when the server has everything and the round is closed. */
  whenClosed: () => void
}

const PAUSE = 500

/** A round on a phone: every answer is kept on the device at once and sent when it can be. Without JavaScript, part by part. */
export function RoundForm({ round, locale, answer, submit, photograph, whenClosed }: Props) {
  const words = useTranslations('workplace.round')
  const live = useRound(round)
  const { queue, known, ready } = live
  const season = round.season ?? seasonOf(new Date().getMonth() + 1)
  const [misfits, setMisfits] = useState<ReadonlyMap<string, Misfit>>(new Map())
  const [redrawn, setRedrawn] = useState<ReadonlyMap<string, Theirs>>(new Map())
  /** What was said last, also after it was sent and left the queue. */
  const last = useRef(new Map<string, Given>())
  const pauses = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  const questions = useRef(new Map<string, Question>())
  questions.current = new Map(round.sections.flatMap(({ items }) => items.map((item) => [item.id, item])))

  const finished = queue.closed && ![...queue.answers.values()].some(({ refused }) => refused)
  useEffect(() => {
    if (finished) whenClosed()
  }, [finished, whenClosed])

  const revisionOf = (id: string) =>
    known.get(id)?.revision ?? redrawn.get(id)?.revision ?? questions.current.get(id)?.answer?.revision ?? 0

  const take = (element: Element) => {
    const id = element.getAttribute('data-item') ?? ''
    const question = questions.current.get(id)
    const given = readItem(element)
    if (!question || !given) return
    const misfit = misfitOf(question, given)
    setMisfits((before) => {
      const after = new Map(before)
      if (misfit) after.set(id, misfit)
      else after.delete(id)
      return after
    })
    const queued = queue.answers.get(id)
    const before = last.current.get(id) ?? queued?.given ?? redrawn.get(id) ?? question.answer
    if (misfit || (sameAnswer(saidIn(before), given) && !queued?.theirs)) return
    last.current.set(id, given)
    void live.answer(id, given, queued && !queued.theirs ? queued.revision : revisionOf(id))
  }

  // What was said before this page was awake, or before it had read what this device keeps, is said too.
  const root = useRef<HTMLDivElement>(null)
  const early = useRef(take)
  early.current = take
  useEffect(() => {
    if (!ready || !root.current) return
    for (const element of touchedItems(root.current)) early.current(element)
  }, [ready])

  const change = (event: ChangeEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    const element = target.closest('[data-item]')
    if (!element || !ready) return
    const id = element.getAttribute('data-item') ?? ''
    clearTimeout(pauses.current.get(id))
    const typing = target instanceof HTMLInputElement && target.type !== 'radio'
    if (typing && target.value) {
      // A value that is typed says that it was measured after all.
      const measured = element.querySelector<HTMLInputElement>('input[type=radio][value=""]')
      if (measured && !/reason|comment/.test(target.name)) measured.checked = true
    }
    pauses.current.set(
      id,
      setTimeout(() => take(element), typing ? PAUSE : 0),
    )
  }

  const choose = (id: string, mine: boolean) => {
    const queued = queue.answers.get(id)
    if (!queued?.theirs) return
    if (mine) return void live.answer(id, queued.given, queued.theirs.revision)
    const { theirs } = queued
    setRedrawn((before) => new Map(before).set(id, theirs))
    last.current.delete(id)
    void live.drop(id, queued.mutation)
  }

  const all = [...questions.current.values()]
  const states = new Map(all.map((item) => [item.id, itemState(item, queue, known, season)]))
  const unseen = [...states.values()].filter(({ asksPhoto }) => asksPhoto).length
  const done = all.filter((item) => queue.answers.has(item.id) || known.has(item.id) || item.answer).length
  return (
    <div ref={root} onChange={change}>
      <div className="mb-8 max-w-xl">
        <Meter
          label={words('progress')}
          value={done}
          max={all.length}
          text={words('progressText', { done, all: all.length })}
        />
      </div>
      {round.sections.map((section) => (
        <Section
          key={section.id}
          id={`part-${section.id}`}
          title={inLocale(section.title, locale)}
          className="max-w-xl"
        >
          <Part {...{ round, section, locale, answer }}>
            {section.items.map((item, index) => {
              const state = states.get(item.id) ?? itemState(item, queue, known, season)
              const shown = overlay(item, live.restored.get(item.id), redrawn.get(item.id))
              return (
                <RoundQuestion
                  key={shown.key}
                  band={state.band}
                  question={shown.question}
                  index={index}
                  locale={locale}
                  instruments={round.instruments}
                >
                  <ItemQueue
                    {...state}
                    question={item}
                    locale={locale}
                    ready={ready}
                    misfit={misfits.get(item.id)}
                    choose={(mine) => choose(item.id, mine)}
                    photograph={(blob) => void live.photograph(item.id, blob)}
                    unphotograph={(id) => void live.unphotograph(id)}
                  />
                </RoundQuestion>
              )
            })}
          </Part>
        </Section>
      ))}
      <noscript>
        {photograph && <PhotoForm {...{ round, locale, photograph }} />}
        {submit && (
          <ActionForm action={submit} label={words('submit')} className="grid max-w-xl gap-3">
            <input type="hidden" name="inspectionId" value={round.id} />
            <PendingButton icon="done">{words('submit')}</PendingButton>
          </ActionForm>
        )}
      </noscript>
      <RoundQueue
        round={round}
        queue={queue}
        left={all.length - done}
        wrong={misfits.size}
        unseen={unseen}
        send={() => void live.send()}
        submit={() => void live.submit()}
      />
    </div>
  )
}

type PartProps = {
  round: KeptRound
  section: RoundSection
  locale: Locale
  answer?: FormAction
  children: ReactNode
}

function Part({ round, section, locale, answer, children }: PartProps) {
  const words = useTranslations('workplace.round')
  const label = inLocale(section.title, locale)
  if (!answer) {
    return (
      <form aria-label={label} onSubmit={(event) => event.preventDefault()}>
        {children}
      </form>
    )
  }
  return (
    <ActionForm action={answer} label={label} resetWhenDone={false} className="grid">
      <input type="hidden" name="inspectionId" value={round.id} />
      {children}
      <noscript>
        <PendingButton variant="quiet">{words('saveSection')}</PendingButton>
      </noscript>
    </ActionForm>
  )
}
