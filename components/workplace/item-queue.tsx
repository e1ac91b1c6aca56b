'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import { Notice } from '#components/ui/notice'
import { ItemPhotos } from '#components/workplace/item-photos'
import type { Question } from '#components/workplace/round-question'
import type { QueuedAnswer, QueuedPhoto } from '#components/workplace/round-store'
import type { Misfit } from '#domain/round-answers'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'

type Value = {
  state: string
  yes?: boolean | null
  number?: number | null
  choice?: string | null
  words?: string | null
}

/** An answer in words, as the conflict shows both. */
function useValue(question: Question, locale: Locale) {
  const words = useTranslations('workplace.round')
  const format = useFormatter()
  return ({ state, yes, number, choice, words: text }: Value): string => {
    if (state === 'na') return words('na')
    if (state === 'not-measured') return words('notMeasured')
    if (typeof yes === 'boolean') return words(yes ? 'yes' : 'no')
    const option = question.options.find(({ key }) => key === choice)
    if (option) return inLocale(option.label, locale)
    return typeof number === 'number'
      ? words('value', { value: format.number(number), unit: question.unit ?? '' })
      : (text ?? '')
  }
}

type Props = {
  question: Question
  locale: Locale
  /** False until what this device kept is read: nothing can be kept before. */
  ready: boolean
  misfit?: Misfit
  queued: QueuedAnswer | undefined
  photos: readonly QueuedPhoto[]
  /** Photos that were sent while the page is open. */
  hung: readonly string[]
  /** What is wrong must be photographed, and is not yet. */
  asksPhoto: boolean
  choose: (mine: boolean) => void
  photograph: (blob: Blob) => void
  unphotograph: (id: string) => void
}

/** What a device adds to a question: why an answer cannot stand, somebody else's answer beside one's own, photos. */
export function ItemQueue(props: Props) {
  const { question, locale, ready, misfit, queued, photos, hung, asksPhoto } = props
  const { choose, photograph, unphotograph } = props
  const words = useTranslations('workplace.sheet')
  const value = useValue(question, locale)
  const title = inLocale(question.title, locale)
  const range = {
    low: question.plausibleLow ?? 0,
    high: question.plausibleHigh ?? 0,
    unit: question.unit ?? '',
  }
  return (
    <>
      {misfit && (
        <p className="field-error" role="status">
          <Icon name="notice" size={16} className="mt-0.5" />
          {words(`misfit.${misfit.field === 'number' ? misfit.key : misfit.field}` as 'misfit.reason', range)}
        </p>
      )}
      {queued?.refused && <Notice tone="bad">{words('refused')}</Notice>}
      {queued?.theirs && (
        <Notice tone="warn" live>
          <p>
            {words('conflict', {
              name: queued.theirs.by,
              theirs: value(queued.theirs),
              mine: value(queued.given),
            })}
          </p>
          <p className="mt-2 flex flex-wrap gap-2">
            <Button size="small" onClick={() => choose(true)} aria-label={words('keepMineNamed', { title })}>
              {words('keepMine')}
            </Button>
            <Button
              size="small"
              onClick={() => choose(false)}
              aria-label={words('takeTheirsNamed', { title })}
            >
              {words('takeTheirs')}
            </Button>
          </p>
        </Notice>
      )}
      <ItemPhotos
        title={title}
        ready={ready}
        asked={asksPhoto}
        kept={[...question.photos, ...hung]}
        photos={photos}
        photograph={photograph}
        unphotograph={unphotograph}
      />
    </>
  )
}
