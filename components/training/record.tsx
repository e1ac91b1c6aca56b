import { useFormatter, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { AssignedList } from '#components/training/record-assigned'
import { FailedList } from '#components/training/record-failed'
import { RecordHead } from '#components/training/record-head'
import { Papers } from '#components/training/record-papers'
import { Rate } from '#components/training/record-rate'
import { EmptyState } from '#components/ui/empty-state'
import type { FormAction } from '#components/ui/form-state'
import { LinkButton } from '#components/ui/link-button'
import { List, Row } from '#components/ui/list'
import { ReasonForm } from '#components/ui/reason-form'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import { printedCode } from '#domain/certificates'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'
import type { TrainingRecord } from '#server/training/record-queries'

type Props = {
  record: TrainingRecord
  /** It is the reader's own. */
  own?: boolean
  locale: Locale
  revoke?: FormAction
  rate?: FormAction
  withdraw?: FormAction
}

/** What somebody is on now, then what they have passed, each with its certificate. */
export function TrainingRecordView({ record, own = false, locale, revoke, rate, withdraw }: Props) {
  return (
    <>
      <AssignedList record={record} own={own} locale={locale} withdraw={withdraw} />
      <OpenList open={record.open} own={own} locale={locale} rate={rate} />
      <FailedList failed={record.failed} own={own} locale={locale} rate={rate} />
      <PassedList passed={record.passed} own={own} locale={locale} revoke={revoke} rate={rate} />
    </>
  )
}

type OpenProps = Pick<TrainingRecord, 'open'> & Pick<Props, 'locale' | 'rate'> & { own: boolean }

function OpenList({ open, own, locale, rate }: OpenProps) {
  const t = useTranslations('training')
  const format = useFormatter()
  const when = (at: string, timeZone: string | null) =>
    format.dateTime(new Date(at), {
      timeZone: timeZone ?? undefined,
      weekday: 'short',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  if (!open.length) {
    const action = own ? (
      <LinkButton href="/training?for=next-rung">{t('mine.choose')}</LinkButton>
    ) : undefined
    return (
      <Section id="open" title={t('mine.open')}>
        <EmptyState
          icon="learn"
          title={t('mine.noneOpen')}
          lead={own ? t('mine.noneOpenLead') : undefined}
          action={action}
        />
      </Section>
    )
  }
  return (
    <Section id="open" title={t('mine.open')}>
      <List label={t('mine.open')}>
        {open.map((one) => (
          <Fragment key={one.id}>
            <Row
              href={`/training/${one.slug}`}
              title={inLocale(one.title, locale)}
              note={
                <>
                  <span className="block">
                    {[
                      one.startsAt ? when(one.startsAt, one.timeZone) : t(`formats.${one.format}`),
                      one.line !== null && t(own ? 'page.line' : 'mine.lineOf', { line: one.line }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  <span className="mt-1 block">
                    <Status tone={one.state === 'waitlisted' ? 'warn' : 'accent'}>
                      {t(own ? `states.${one.state as 'booked'}` : `mine.statesOf.${one.state as 'booked'}`)}
                    </Status>
                  </span>
                </>
              }
            />
            {rate && one.state === 'attended' && (
              <li className="pb-4">
                <Rate rated={one} action={rate} locale={locale} />
              </li>
            )}
          </Fragment>
        ))}
      </List>
    </Section>
  )
}

/** One voice a training: it is asked for beside its newest pass. */
const isNewest = (passed: TrainingRecord['passed'], one: TrainingRecord['passed'][number]): boolean =>
  passed.find(({ outcome, trainingId }) => outcome === 'passed' && trainingId === one.trainingId) === one

const TONES = { valid: 'good', expired: 'warn', revoked: 'bad' } as const

function PassedList({
  passed,
  own,
  locale,
  revoke,
  rate,
}: Pick<Props, 'locale' | 'revoke' | 'rate'> & Pick<TrainingRecord, 'passed'> & { own: boolean }) {
  const t = useTranslations('training')
  const format = useFormatter()
  const day = (on: string) => format.dateTime(new Date(on), { dateStyle: 'long', timeZone: 'UTC' })
  const note = ({ outcome, completedOn, validUntil, score }: TrainingRecord['passed'][number]) =>
    [
      t(outcome === 'passed' ? 'mine.passedOn' : 'mine.waivedOn', { date: day(completedOn) }),
      score !== null && t('mine.score', { score }),
      validUntil && t('validUntil', { date: day(validUntil) }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Section id="passed" title={t('mine.passed')}>
      {passed.length === 0 && (
        <EmptyState
          icon="award"
          title={t(own ? 'mine.nonePassed' : 'mine.nonePassedOf')}
          lead={own ? t('mine.nonePassedLead') : undefined}
        />
      )}
      <ul className="rows">
        {passed.map((one) => (
          <li key={one.id} className="row flex-wrap items-start!">
            <RecordHead
              slug={one.slug}
              title={inLocale(one.title, locale)}
              more={
                <>
                  {one.code && (
                    <p className="text-small text-soft">
                      {t('mine.number', { code: printedCode(one.code) })}
                    </p>
                  )}
                  <p className="mt-1">
                    <Status tone={TONES[one.state]}>{t(`verify.${one.state}`)}</Status>
                  </p>
                  {one.revokedFor && (
                    <p className="mt-1 text-small">{t('mine.revokedFor', { reason: one.revokedFor })}</p>
                  )}
                </>
              }
            >
              {note(one)}
            </RecordHead>
            <Papers one={one} own={own} locale={locale} />
            {rate && isNewest(passed, one) && <Rate rated={one} action={rate} locale={locale} />}
            {one.code && one.state !== 'revoked' && revoke && <Revoke code={one.code} action={revoke} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Revoke({ code, action }: { code: string; action: FormAction }) {
  const t = useTranslations('training.mine')
  return (
    <div className="basis-full">
      <ReasonForm
        action={action}
        title={t('revoke')}
        about={{ code }}
        reason={t('revokeReason')}
        hint={t('revokeHint')}
        variant="danger"
      />
    </div>
  )
}
