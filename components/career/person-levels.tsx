import { useFormatter, useTranslations } from 'next-intl'
import type { Names } from '#components/career/wording'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { Status } from '#components/ui/status'
import { TextArea } from '#components/ui/text-area'
import { LEVELS } from '#domain/career'
import type { Text } from '#domain/text'
import { inLocale } from '#domain/text'

export type Word = {
  id: string
  competence: { id: string; title: Text }
  level: number
  behaviour: Text
  source: 'self' | 'supervisor' | 'quality' | 'exam' | 'peer'
  state: 'proposed' | 'confirmed' | 'rejected'
  assessor: string | null
  reason: string | null
  at: string
  answered: boolean
}
type Props = {
  personId: string
  words: readonly Word[]
  competences: readonly { id: string }[]
  names: Names
  answer?: FormAction
  assess?: FormAction
}

const TONES = { proposed: 'warn', confirmed: 'good', rejected: 'neutral' } as const

/** What has been said of somebody's levels, by whom; open proposals first, each with its answer. */
export function PersonLevels({ personId, words, competences, names, answer, assess }: Props) {
  const t = useTranslations('career')
  const format = useFormatter()
  const options = competences.map(({ id }) => ({ value: id, label: names.title(id) }))
  const levels = LEVELS.map((level) => ({
    value: String(level),
    label: t('ladders.levelOption', { level: String(level), name: t(`levels.${level}`) }),
  }))
  const isOpen = ({ state, answered }: Word) => state === 'proposed' && !answered
  const sorted = words.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
  return (
    <Section id="levels" title={t('assess.title')} note={t('assess.lead')}>
      {words.length === 0 && <p className="text-soft">{t('assess.none')}</p>}
      <ul className="rows">
        {sorted.map((word) => (
          <li key={word.id} className="grid gap-1 py-3">
            <p className="flex flex-wrap items-center gap-x-3">
              <span className="font-semibold">
                {t('steps.level', {
                  title: inLocale(word.competence.title, names.locale),
                  level: String(word.level),
                })}
              </span>
              <Status tone={TONES[word.state]}>{t(`assess.states.${word.state}`)}</Status>
            </p>
            <p className="text-small text-soft">
              {t(`assess.sources.${word.source}`, { name: word.assessor ?? '' })} ·{' '}
              {format.dateTime(new Date(word.at), { day: 'numeric', month: 'long', year: 'numeric' })}
            </p>
            {word.reason && <p>{word.reason}</p>}
            {isOpen(word) && <p className="max-w-[72ch]">{inLocale(word.behaviour, names.locale)}</p>}
            {answer && isOpen(word) && <Answer word={word} names={names} answer={answer} />}
          </li>
        ))}
      </ul>
      {assess && (
        <Disclosure summary={t('assess.unasked')}>
          <ActionForm action={assess} label={t('assess.unasked')} className="grid max-w-xl gap-4">
            <input type="hidden" name="personId" value={personId} />
            <Select name="competenceId" label={t('ladders.what')} options={options} required />
            <Select name="level" label={t('ladders.level')} options={levels} required />
            <PendingButton className="justify-self-start">{t('assess.confirm')}</PendingButton>
          </ActionForm>
        </Disclosure>
      )}
    </Section>
  )
}

function Answer({ word, names, answer }: { word: Word; names: Names; answer: FormAction }) {
  const t = useTranslations('career')
  const what = t('steps.level', {
    title: inLocale(word.competence.title, names.locale),
    level: String(word.level),
  })
  return (
    <div className="grid gap-2">
      <ActionForm action={answer} label={t('assess.confirmNamed', { what })}>
        <input type="hidden" name="assessmentId" value={word.id} />
        <input type="hidden" name="outcome" value="confirmed" />
        <PendingButton size="small" icon="check" className="justify-self-start">
          {t('assess.confirm')}
        </PendingButton>
      </ActionForm>
      <Disclosure summary={t('assess.reject')}>
        <ActionForm action={answer} label={t('assess.rejectNamed', { what })} className="grid max-w-xl gap-3">
          <input type="hidden" name="assessmentId" value={word.id} />
          <input type="hidden" name="outcome" value="rejected" />
          <TextArea
            name="reason"
            label={t('assess.reason')}
            hint={t('assess.reasonHint')}
            rows={2}
            maxLength={500}
            required
          />
          <PendingButton variant="quiet" size="small" className="justify-self-start">
            {t('assess.rejectNow')}
          </PendingButton>
        </ActionForm>
      </Disclosure>
    </div>
  )
}
