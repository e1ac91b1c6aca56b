import { useTranslations } from 'next-intl'
import { Checkbox } from '#components/ui/checkbox'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { TextArea } from '#components/ui/text-area'
import { Time } from '#components/ui/time'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'
import type { Check, Learner } from '#server/training/check-queries'

type RowProps = { check: Check; now: Date; locale: Locale }

function Signed({ check, now, locale }: RowProps) {
  const t = useTranslations('training.checks')
  const { title, signedBy, signedAt, note } = check
  return (
    <div className="min-w-0 flex-1">
      <p>{inLocale(title, locale)}</p>
      {signedBy && signedAt ? (
        <p className="text-small text-soft">
          {t('signedBy', { name: signedBy })} <Time at={signedAt} now={now} look="relative" />
          {note && <span className="block">{note}</span>}
        </p>
      ) : (
        <p className="text-small text-soft">{t('waits')}</p>
      )}
    </div>
  )
}

type Own = {
  checks: readonly Check[]
  trainingId: string
  enrolmentId: string | null
  now: Date
  locale: Locale
  begin: FormAction
  withdraw: FormAction
}

/** A training by a check-list as its learner sees it: what will be shown and done, and who has signed what. */
export function OwnChecks({ checks, trainingId, enrolmentId, now, locale, begin, withdraw }: Own) {
  const t = useTranslations('training')
  const done = checks.filter(({ signedBy }) => signedBy).length
  return (
    <Section
      id="checks"
      title={t('checks.title')}
      note={enrolmentId ? t('checks.done', { done, count: checks.length }) : t('checks.lead')}
    >
      <ul className="rows mb-4">
        {checks.map((check) => (
          <li key={check.id} className="row items-start!">
            <Icon name={check.signedBy ? 'done' : 'learn'} />
            {enrolmentId ? (
              <Signed check={check} now={now} locale={locale} />
            ) : (
              <p className="min-w-0 flex-1">{inLocale(check.title, locale)}</p>
            )}
          </li>
        ))}
      </ul>
      {enrolmentId ? (
        <ActionForm action={withdraw} label={t('page.stop')}>
          <input type="hidden" name="enrolmentId" value={enrolmentId} />
          <PendingButton variant="plain" size="small" className="justify-self-start">
            {t('page.stop')}
          </PendingButton>
        </ActionForm>
      ) : (
        <ActionForm action={begin} label={t('page.begin')}>
          <input type="hidden" name="trainingId" value={trainingId} />
          <PendingButton className="justify-self-start">{t('page.begin')}</PendingButton>
        </ActionForm>
      )}
    </Section>
  )
}

type Others = {
  learners: readonly Learner[]
  now: Date
  locale: Locale
  named: boolean
  sign: FormAction
  undo: FormAction
}

/** Those who learn on the job beside the reader: what was seen done is ticked and signed. */
export function LearnerChecks({ learners, now, locale, named, sign, undo }: Others) {
  const t = useTranslations('training.checks')
  if (!learners.length) return null
  return (
    <Section id="to-sign" title={t('toSign')} note={t('toSignNote')}>
      <ul className="grid gap-8">
        {learners.map((learner) => (
          <li key={learner.enrolmentId} className="grid max-w-2xl gap-3">
            <h3 className="font-semibold">
              {named && (
                <>
                  <Link href={`/training/people/${learner.personId}`} className="link">
                    {learner.name}
                  </Link>
                  {' · '}
                </>
              )}
              {inLocale(learner.title, locale)}
            </h3>
            <SignedList learner={learner} now={now} locale={locale} undo={undo} />
            <SignForm learner={learner} locale={locale} sign={sign} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

type One = { learner: Learner; locale: Locale }

function SignedList({ learner, now, locale, undo }: One & { now: Date; undo: FormAction }) {
  const t = useTranslations('training.checks')
  const signed = learner.checks.filter(({ signedBy }) => signedBy)
  if (!signed.length) return null
  return (
    <ul className="rows">
      {signed.map((check) => (
        <li key={check.id} className="row flex-wrap items-start!">
          <Icon name="done" />
          <Signed check={check} now={now} locale={locale} />
          <ActionForm action={undo} label={`${t('undo')}: ${inLocale(check.title, locale)}`}>
            <input type="hidden" name="enrolmentId" value={learner.enrolmentId} />
            <input type="hidden" name="checkId" value={check.id} />
            <PendingButton variant="plain" size="small">
              {t('undo')}
            </PendingButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}

function SignForm({ learner, locale, sign }: One & { sign: FormAction }) {
  const t = useTranslations('training.checks')
  const open = learner.checks.filter(({ signedBy }) => !signedBy)
  if (!open.length) return null
  const name = t('signOf', { name: learner.name, title: inLocale(learner.title, locale) })
  return (
    <ActionForm action={sign} label={name} className="grid gap-4">
      <input type="hidden" name="enrolmentId" value={learner.enrolmentId} />
      <fieldset className="grid gap-1">
        <legend className="field-label">{t('shown')}</legend>
        {open.map(({ id, title }) => (
          <Checkbox key={id} name="checkIds" value={id} label={inLocale(title, locale)} />
        ))}
      </fieldset>
      <TextArea name="note" label={t('note')} rows={2} maxLength={500} />
      <PendingButton icon="check" className="justify-self-start">
        {t('sign')}
      </PendingButton>
    </ActionForm>
  )
}
