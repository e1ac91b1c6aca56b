import { useFormatter, useTranslations } from 'next-intl'
import { Readiness, type ReadinessStep } from '#components/career/readiness'
import { type PlanFor, StepAction, type StepActions, type Teaching } from '#components/career/step-action'
import {
  asked,
  type CareerWords,
  type Names,
  possessed,
  stepReason,
  stepTitle,
} from '#components/career/wording'
import { Notice } from '#components/ui/notice'
import type { Check } from '#domain/readiness'
import type { Step } from '#domain/steps'

export type Way = { ready: boolean; met: number; asked: number; steps: Step[]; checks: Check[] }
type Enrolled = Record<string, { state: string }>
type Props = {
  target: string
  way: Way
  names: Names
  trainings: readonly Teaching[]
  enrolled: Enrolled
  proposed: Record<string, number>
  plan?: PlanFor
  planHref?: string
  /** Without them somebody else's way is read. */
  actions?: StepActions
}

const weigh = (checks: readonly Check[]) =>
  checks.reduce((sum, { requirement }) => sum + requirement.weight, 0)

const seatOf = (
  t: CareerWords,
  teaching: Teaching,
  state: string | undefined,
  day: (at: string) => string,
): string => {
  if (state === 'waitlisted') return t('steps.waitlisted')
  if (state) return t('steps.booked')
  if (teaching.format === 'self-paced') return t('steps.selfPaced')
  if (teaching.open && !teaching.next) return t('steps.onTheJob')
  return teaching.next ? t('steps.seat', { date: day(teaching.next.startsAt) }) : t('steps.noSeat')
}

/** How far a person is from a position: what is missing as steps with the one next thing to do, then what is there already. */
export function Steps({ target, way, names, trainings, enrolled, proposed, plan, planHref, actions }: Props) {
  const t = useTranslations('career')
  const format = useFormatter()
  const day = (at: string) => format.dateTime(new Date(at), { day: 'numeric', month: 'long' })
  const missing = way.steps.map((step, index): ReadinessStep => {
    const teaching = step.kind === 'training' ? trainings.find(({ id }) => id === step.trainingId) : undefined
    const state = teaching && enrolled[teaching.id]?.state
    const reasons = [
      step.hard ? '' : t('soft'),
      stepReason(t, step, names),
      teaching && seatOf(t, teaching, state, day),
    ]
    const name = stepTitle(t, step, names)
    return {
      id: `${index}`,
      label: name,
      met: false,
      reason: reasons.filter(Boolean).join(' · '),
      weight: weigh(step.checks),
      action: (
        <StepAction
          {...{ step, name, teaching, proposed, plan, planHref, actions }}
          enrolled={state !== undefined}
        />
      ),
    }
  })
  const there = way.checks
    .filter(({ met }) => met)
    .map(
      (check): ReadinessStep => ({
        id: check.requirement.id,
        label: asked(t, check.requirement, names),
        met: true,
        reason: possessed(t, check),
        weight: check.requirement.weight,
      }),
    )
  const share = way.asked ? way.met / way.asked : 1
  return (
    <div className="grid gap-4">
      {way.ready && <Notice tone="good">{t('next.ready')}</Notice>}
      <Readiness target={target} share={share} steps={[...missing, ...there]} />
    </div>
  )
}
