import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { PendingButton } from '#components/ui/pending-button'
import type { Step } from '#domain/steps'

export type Teaching = {
  id: string
  slug: string
  format: string
  open: boolean
  next: { sessionId: string; startsAt: string } | null
}
export type StepActions = { enrol: FormAction; begin: FormAction; ask: FormAction; addStep: FormAction }
/** The plan for this target, where there is one: what cannot be done at a press is put there with a date. */
export type PlanFor = { id: string; dueOn: string; trainings: readonly string[]; aims: readonly string[] }
type Props = {
  step: Step
  name: string
  teaching?: Teaching
  enrolled: boolean
  proposed: Record<string, number>
  plan?: PlanFor
  /** Where a plan for this target is begun, while there is none. */
  planHref?: string
  actions?: StepActions
}

/** The one next thing for a step: take the next free seat, ask for an assessment, or put it into the plan. */
export function StepAction(props: Props) {
  const { step, teaching, actions } = props
  if (step.kind === 'training' && teaching) return <Training {...props} teaching={teaching} />
  if (!actions) return null
  if (step.kind === 'assessment') return <Ask {...props} actions={actions} />
  return step.kind === 'approval' ? null : <IntoPlan {...props} actions={actions} />
}

function Training({ name, teaching, enrolled, actions, ...props }: Props & { teaching: Teaching }) {
  const t = useTranslations('career.steps')
  const open = (
    <Link href={`/training/${teaching.slug}`} className="link inline-block py-1 text-small">
      {t('open')}
    </Link>
  )
  if (enrolled || !actions) return open
  if (teaching.open && !teaching.next) {
    return (
      <OnePress action={actions.begin} name={`${t('begin')}: ${name}`} label={t('begin')} also={open}>
        <input type="hidden" name="trainingId" value={teaching.id} />
      </OnePress>
    )
  }
  if (!teaching.next)
    return (
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <IntoPlan {...props} name={name} actions={actions} />
        {open}
      </div>
    )
  return (
    <OnePress action={actions.enrol} name={`${t('enrol')}: ${name}`} label={t('enrol')} also={open}>
      <input type="hidden" name="sessionId" value={teaching.next.sessionId} />
    </OnePress>
  )
}

function Ask({ step, name, proposed, actions }: { actions: StepActions } & Omit<Props, 'actions'>) {
  const t = useTranslations('career.steps')
  const missing = step.checks.flatMap(({ requirement: { competenceId, level } }) =>
    competenceId && level && (proposed[competenceId] ?? 0) < level ? [{ competenceId, level }] : [],
  )
  const [first] = missing
  if (!first) return <p className="text-small">{t('asked')}</p>
  return (
    <OnePress action={actions.ask} name={`${t('ask')}: ${name}`} label={t('ask')}>
      <input type="hidden" name="competenceId" value={first.competenceId} />
      <input type="hidden" name="level" value={first.level} />
    </OnePress>
  )
}

function IntoPlan({
  step,
  name,
  plan,
  planHref,
  actions,
}: { actions: StepActions } & Omit<Props, 'actions' | 'enrolled' | 'proposed'>) {
  const t = useTranslations('career.steps')
  const requirement = step.checks[0]?.requirement
  if (!requirement) return null
  if (!plan)
    return planHref ? (
      <Link href={planHref} className="link inline-block py-1 text-small">
        {t('startPlan')}
        <span className="sr-only">: {name}</span>
      </Link>
    ) : null
  const { trainingId } = step
  const planned = trainingId ? plan.trainings.includes(trainingId) : plan.aims.includes(requirement.id)
  if (planned) return <p className="text-small">{t('inPlan')}</p>
  return (
    <OnePress action={actions.addStep} name={`${t('addToPlan')}: ${name}`} label={t('addToPlan')}>
      <input type="hidden" name="planId" value={plan.id} />
      <input type="hidden" name="dueOn" value={plan.dueOn} />
      <input type="hidden" name="kind" value={trainingId ? 'training' : 'other'} />
      {trainingId && <input type="hidden" name="trainingId" value={trainingId} />}
      {!trainingId && <input type="hidden" name="requirementId" value={requirement.id} />}
    </OnePress>
  )
}

type PressProps = {
  action: FormAction
  name: string
  label: string
  also?: ReactNode
  children: ReactNode
}

function OnePress({ action, name, label, also, children }: PressProps) {
  return (
    <ActionForm action={action} label={name} className="mt-1">
      {children}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <PendingButton variant="quiet" size="small">
          {label}
        </PendingButton>
        {also}
      </div>
    </ActionForm>
  )
}
