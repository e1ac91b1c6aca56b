import { useFormatter, useTranslations } from 'next-intl'
import type { ShownPlan } from '#components/career/plan-card'
import { asked, type Names } from '#components/career/wording'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Icon } from '#components/ui/icon'
import { Link } from '#components/ui/link'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { STEP_KINDS } from '#domain/plans'
import { inLocale } from '#domain/text'

export type PlanActions = Record<
  'agree' | 'changeCompanion' | 'pause' | 'drop' | 'addStep' | 'endStep' | 'holdCheckIn' | 'writeNote',
  FormAction
>
type Step = ShownPlan['steps'][number]
type Props = {
  plan: ShownPlan
  title: string
  today: string
  names: Names
  actions: PlanActions
}

/** The steps of a plan, each with whose it is and until when. */
export function PlanSteps(props: Props) {
  const { plan } = props
  const t = useTranslations('career.plan')
  return (
    <div>
      <h4 className="font-semibold">{t('steps')}</h4>
      {plan.steps.length === 0 && <p className="text-soft">{t('noSteps')}</p>}
      <ul className="rows">
        {plan.steps
          .filter(({ dropped }) => !dropped)
          .map((step) => (
            <li key={step.id} className="row items-start!">
              <StepLine {...props} step={step} />
            </li>
          ))}
      </ul>
      <AddOwn {...props} />
    </div>
  )
}

function StepLine({ step, today, names, actions }: Props & { step: Step }) {
  const words = useTranslations('career')
  const format = useFormatter()
  const given = step.title ? inLocale(step.title, names.locale) : ''
  const name = step.aim ? asked(words, step.aim, names) : given
  const date = format.dateTime(new Date(step.dueOn), { day: 'numeric', month: 'long' })
  const late = !step.done && step.dueOn < today
  const until = late ? words('plan.late', { date }) : words('plan.until', { date })
  return (
    <>
      <Icon
        name={step.done ? 'done' : 'missing'}
        className={`mt-0.5 ${step.done ? 'text-good' : 'text-soft'}`}
      />
      <div className="min-w-0 flex-1">
        <p>
          {step.trainingSlug ? (
            <Link href={`/training/${step.trainingSlug}`} className="link">
              {name}
            </Link>
          ) : (
            name
          )}
        </p>
        <p className={`text-small ${late ? 'font-semibold text-bad' : 'text-soft'}`}>
          {words('plan.kindBy', { kind: words(`plan.kinds.${step.kind}`), name: step.owner.name })} ·{' '}
          {step.done ? words('plan.done') : until}
        </p>
        {!step.done && (
          <div className="flex flex-wrap gap-3">
            {(['done', 'dropped'] as const).map((outcome) => (
              <ActionForm
                key={outcome}
                action={actions.endStep}
                label={words(`plan.end.${outcome}`, { name })}
              >
                <input type="hidden" name="stepId" value={step.id} />
                <input type="hidden" name="outcome" value={outcome} />
                <PendingButton variant={outcome === 'done' ? 'quiet' : 'plain'} size="small">
                  {words(`plan.endShort.${outcome}`)}
                </PendingButton>
              </ActionForm>
            ))}
          </div>
        )}
      </div>
    </>
  )
}

function AddOwn({ plan, title, today, actions }: Props) {
  const t = useTranslations('career.plan')
  const kinds = STEP_KINDS.filter((kind) => kind !== 'training').map((value) => ({
    value,
    label: t(`kinds.${value}`),
  }))
  return (
    <Disclosure summary={t('addStep')}>
      <ActionForm
        action={actions.addStep}
        label={t('addStepNamed', { title })}
        className="grid max-w-xl gap-4"
      >
        <input type="hidden" name="planId" value={plan.id} />
        <TextInput name="title.uk" label={t('stepTitle')} maxLength={200} required />
        <Select name="kind" label={t('stepKind')} options={kinds} defaultValue="exposure" required />
        <TextInput name="dueOn" type="date" min={today} label={t('stepDue')} required />
        <PendingButton className="justify-self-start">{t('saveStep')}</PendingButton>
      </ActionForm>
    </Disclosure>
  )
}
