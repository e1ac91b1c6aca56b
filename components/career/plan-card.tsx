import { useFormatter, useTranslations } from 'next-intl'
import { CheckIns } from '#components/career/check-ins'
import { type PlanActions, PlanSteps } from '#components/career/plan-steps'
import type { Names } from '#components/career/wording'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import { KeyValues } from '#components/ui/key-values'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { Status } from '#components/ui/status'
import { TextInput } from '#components/ui/text-input'
import type { Requirement } from '#domain/readiness'
import type { Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Person = { id: string; name: string }
export type ShownPlan = {
  id: string
  target: { slug: string; title: Text }
  state: 'wish' | 'agreed' | 'paused' | 'achieved' | 'dropped'
  visibility: 'private' | 'supervisor' | 'open'
  companion: Person | null
  targetOn: string | null
  nextCheckInOn: string | null
  steps: {
    id: string
    kind: 'training' | 'exposure' | 'mentoring' | 'other'
    title: Text | null
    trainingSlug: string | null
    aim: Requirement | null
    owner: Person
    dueOn: string
    done: boolean
    dropped: boolean
  }[]
  checkIns: {
    id: string
    heldOn: string
    nextOn: string
    notes: { authorId: string; author: string; body: string }[]
  }[]
}
type Props = {
  plan: ShownPlan
  /** Who looks: the person, or somebody who goes along. */
  readerId: string
  own: boolean
  today: string
  firstCheckInOn: string
  names: Names
  /** Who could go along today. */
  companions?: readonly Person[]
  actions: PlanActions
}

const TONES = {
  wish: 'warn',
  agreed: 'good',
  paused: 'neutral',
  achieved: 'good',
  dropped: 'neutral',
} as const

/** A plan: to where, how far agreed, its steps with owners and dates, and the talks about it. */
export function PlanCard(props: Props) {
  const { plan, own, names, actions } = props
  const t = useTranslations('career.plan')
  const format = useFormatter()
  const day = (on: string) =>
    format.dateTime(new Date(on), { day: 'numeric', month: 'long', year: 'numeric' })
  const title = inLocale(plan.target.title, names.locale)
  const rows = [
    { label: t('companion'), value: plan.companion?.name ?? t('alone') },
    { label: t('seenBy'), value: t(`visibilities.${plan.visibility}`) },
    ...(plan.targetOn ? [{ label: t('targetOn'), value: day(plan.targetOn) }] : []),
    ...(plan.nextCheckInOn ? [{ label: t('nextCheckIn'), value: day(plan.nextCheckInOn) }] : []),
  ]
  return (
    <article aria-label={t('named', { title })} className="mb-8 grid gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="section-title">{t('named', { title })}</h3>
        <Status tone={TONES[plan.state]}>{t(`states.${plan.state}`)}</Status>
      </div>
      {plan.state === 'wish' && <p className="text-soft">{own ? t('waitsOwn') : t('waitsCompanion')}</p>}
      <KeyValues rows={rows} />
      {!own && plan.state === 'wish' && <Agree {...props} title={title} />}
      <PlanSteps {...props} title={title} />
      {(plan.state === 'agreed' || plan.checkIns.length > 0) && <CheckIns {...props} title={title} />}
      {own && <Companion {...props} title={title} />}
      {own && (
        <div className="flex flex-wrap items-start gap-4">
          {plan.state !== 'wish' && (
            <ActionForm action={actions.pause} label={t('pauseNamed', { title })} className="block">
              <input type="hidden" name="planId" value={plan.id} />
              <input type="hidden" name="paused" value={plan.state === 'agreed' ? 'on' : ''} />
              <PendingButton variant="quiet" size="small">
                {plan.state === 'agreed' ? t('pause') : t('resume')}
              </PendingButton>
            </ActionForm>
          )}
          <Disclosure summary={t('drop')}>
            <ActionForm
              action={actions.drop}
              label={t('dropNamed', { title })}
              className="grid max-w-xl gap-4"
            >
              <input type="hidden" name="planId" value={plan.id} />
              <TextInput name="reason" label={t('dropReason')} maxLength={500} />
              <PendingButton variant="danger" className="justify-self-start">
                {t('dropNow')}
              </PendingButton>
            </ActionForm>
          </Disclosure>
        </div>
      )}
    </article>
  )
}

/** Whoever went along may be elsewhere by now: the person asks their mentor or supervisor of today. */
function Companion({ plan, title, companions = [], actions }: Props & { title: string }) {
  const t = useTranslations('career.plan')
  const others = companions.filter(({ id }) => id !== plan.companion?.id)
  if (plan.visibility === 'private' || others.length === 0) return null
  return (
    <Disclosure summary={t('changeCompanion')}>
      <ActionForm
        action={actions.changeCompanion}
        label={t('changeCompanionNamed', { title })}
        className="grid max-w-xl gap-4"
      >
        <input type="hidden" name="planId" value={plan.id} />
        <Select
          name="companionId"
          label={t('companion')}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <PendingButton variant="quiet" className="justify-self-start">
          {t('changeCompanion')}
        </PendingButton>
      </ActionForm>
    </Disclosure>
  )
}

function Agree({ plan, title, today, firstCheckInOn, actions }: Props & { title: string }) {
  const t = useTranslations('career.plan')
  return (
    <ActionForm action={actions.agree} label={t('agreeNamed', { title })} className="grid max-w-xl gap-4">
      <p>{t('agreeLead')}</p>
      <input type="hidden" name="planId" value={plan.id} />
      <input type="hidden" name="steps" value={plan.steps.length} />
      <TextInput
        name="nextCheckInOn"
        type="date"
        label={t('nextCheckIn')}
        min={today}
        defaultValue={firstCheckInOn}
        required
      />
      <PendingButton icon="handshake" className="justify-self-start">
        {t('agree')}
      </PendingButton>
    </ActionForm>
  )
}
