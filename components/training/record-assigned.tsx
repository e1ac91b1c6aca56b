import { useFormatter, useTranslations } from 'next-intl'
import { RecordHead } from '#components/training/record-head'
import type { FormAction } from '#components/ui/form-state'
import { List } from '#components/ui/list'
import { ReasonForm } from '#components/ui/reason-form'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'
import type { TrainingRecord } from '#server/training/record-queries'

type Props = {
  record: Pick<TrainingRecord, 'assigned' | 'withdrawn'>
  own: boolean
  locale: Locale
  withdraw?: FormAction
}

/** What a leader asked for, with its day, and what they took back and why; a press leads to where it is begun. */
export function AssignedList({ record: { assigned, withdrawn }, own, locale, withdraw }: Props) {
  const t = useTranslations('training.mine')
  const format = useFormatter()
  if (!assigned.length && !withdrawn.length) return null
  const day = (on: string) => format.dateTime(new Date(on), { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <Section id="assigned" title={t(own ? 'assigned' : 'assignedOf')}>
      <List label={t(own ? 'assigned' : 'assignedOf')}>
        {assigned.map(({ id, slug, title, dueOn, late, under, by }) => (
          <li key={id} className="row flex-wrap items-start!">
            <RecordHead slug={slug} title={inLocale(title, locale)}>
              {t('dueOn', { date: day(dueOn), by })}
            </RecordHead>
            {late && <Status tone="bad">{t('late')}</Status>}
            {under && <Status tone="accent">{t('under')}</Status>}
            {withdraw && <Withdraw id={id} title={inLocale(title, locale)} action={withdraw} />}
          </li>
        ))}
        {withdrawn.map(({ slug, title, by, reason }) => (
          <li key={`${slug} ${reason}`} className="row">
            <p className="min-w-0 text-small">
              {t('withdrawnFor', { title: inLocale(title, locale), by, reason })}
            </p>
          </li>
        ))}
      </List>
    </Section>
  )
}

function Withdraw({ id, title, action }: { id: string; title: string; action: FormAction }) {
  const t = useTranslations('training.mine')
  return (
    <div className="basis-full">
      <ReasonForm
        action={action}
        title={t('withdrawAssignment')}
        label={`${t('withdrawAssignment')}: ${title}`}
        about={{ assignmentId: id }}
        reason={t('revokeReason')}
        hint={t('withdrawHint')}
        send={t('withdrawNow')}
      />
    </div>
  )
}
