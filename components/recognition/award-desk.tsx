import { useTranslations } from 'next-intl'
import { EffectWords } from '#components/recognition/effect-words'
import { Disclosure } from '#components/ui/disclosure'
import { EmptyState } from '#components/ui/empty-state'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { List } from '#components/ui/list'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { TextArea } from '#components/ui/text-area'
import type { Effect } from '#domain/ideas'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Candidate = {
  number: number
  title: string
  author: string | null
  mayName: boolean
  doneOn: string
  lower: number | null
  effect: Effect | null
}
type Desk = { places: number; staff: number; taken: number; candidates: readonly Candidate[] }
type Props = {
  desk: Desk
  month: string
  values: readonly { slug: string; title: Text }[]
  confirm: FormAction
  locale: Locale
}

const noon = (date: string) => new Date(`${date}T12:00:00Z`)

/** What HR chooses the ideas of the last month from: the panel's ranking and what was measured, with the places that are left. */
export function AwardDesk({ desk, month, values, confirm, locale }: Props) {
  const t = useTranslations('recognition.awards')
  const { places, staff, taken, candidates } = desk
  const about = ({ author, doneOn, lower }: Candidate) =>
    [author, t('doneOn', { on: noon(doneOn) }), lower === null ? t('noPanel') : t('panel', { lower })].filter(
      Boolean,
    )
  return (
    <Section id="desk" title={t('deskTitle', { month })} note={t('deskNote', { taken, places, staff })}>
      {taken >= places && <Notice>{t('full')}</Notice>}
      {taken < places && !candidates.length && <EmptyState icon="award" title={t('none')} />}
      {taken < places && candidates.length > 0 && (
        <List label={t('deskTitle', { month })}>
          {candidates.map((candidate) => (
            <li key={candidate.number} className="grid gap-2 py-4">
              <Link className="link justify-self-start font-semibold" href={`/ideas/${candidate.number}`}>
                {candidate.title}
              </Link>
              <p className="text-small text-soft">{about(candidate).join(' · ')}</p>
              <EffectWords effect={candidate.effect} />
              {candidate.author && !candidate.mayName && <Notice>{t('doNotName')}</Notice>}
              <Disclosure summary={t('choose')}>
                <ActionForm action={confirm} label={candidate.title} className="grid max-w-[72ch] gap-4">
                  <input type="hidden" name="number" value={candidate.number} />
                  <TextArea
                    name="deed"
                    label={t('deed')}
                    hint={t('deedHint')}
                    maxLength={1000}
                    rows={3}
                    required
                  />
                  <Select
                    name="value"
                    label={t('value')}
                    options={values.map(({ slug, title }) => ({
                      value: slug,
                      label: inLocale(title, locale),
                    }))}
                    required
                  />
                  <PendingButton variant="festive" icon="award" className="justify-self-start">
                    {t('confirm')}
                  </PendingButton>
                </ActionForm>
              </Disclosure>
            </li>
          ))}
        </List>
      )}
    </Section>
  )
}
