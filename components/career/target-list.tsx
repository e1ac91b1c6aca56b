import { useTranslations } from 'next-intl'
import { PlanForm } from '#components/career/plan-form'
import type { PlanFor, StepActions, Teaching } from '#components/career/step-action'
import { Steps, type Way } from '#components/career/steps'
import { asked, type CareerWords, type Names } from '#components/career/wording'
import { Disclosure } from '#components/ui/disclosure'
import { EmptyState } from '#components/ui/empty-state'
import type { FormAction } from '#components/ui/form-state'
import { LinkButton } from '#components/ui/link-button'
import { Notice } from '#components/ui/notice'
import { Section } from '#components/ui/section'
import { addDays } from '#domain/months'
import type { Requirement } from '#domain/readiness'
import type { Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Target = Way & {
  position: { positionId: string; slug: string; title: Text }
  move: string | null
  frozen: boolean
  drift: readonly { before: Requirement | null; after: Requirement | null }[]
  reworded: readonly { competenceId: string; level: number; agreed: Text; now: Text }[]
}
type Plan = {
  id: string
  targetId: string
  steps: readonly { trainingId: string | null; aim: Requirement | null; dropped: boolean }[]
}
type Own = {
  trainings: readonly Teaching[]
  enrolled: Record<string, { state: string }>
  proposed: Record<string, number>
  plans: readonly Plan[]
  companions: readonly { id: string; name: string }[]
}
type Props = {
  own: Own
  targets: readonly Target[]
  names: Names
  today: string
  /** The address that lays a position beside the first one; without it nothing is compared. */
  besideOf?: (slug: string) => string
  /** Of whoever stays nothing is pushed open. */
  closed?: boolean
  /** Without them somebody else's way is read. */
  actions?: StepActions & { openPlan: FormAction }
}

/** Days ahead on which a step added at a press falls due. */
const STEP_DAYS = 30

const planFor = (plan: Plan | undefined, today: string): PlanFor | undefined => {
  if (!plan) return undefined
  const steps = plan.steps.filter(({ dropped }) => !dropped)
  return {
    id: plan.id,
    dueOn: addDays(today, STEP_DAYS),
    trainings: steps.flatMap(({ trainingId }) => trainingId ?? []),
    aims: steps.flatMap(({ aim }) => aim?.id ?? []),
  }
}

const driftLine = (t: CareerWords, { before, after }: Target['drift'][number], names: Names): string => {
  if (before && after)
    return t('plan.driftChanged', { was: asked(t, before, names), is: asked(t, after, names) })
  if (after) return t('plan.driftAdded', { what: asked(t, after, names) })
  return before ? t('plan.driftRemoved', { what: asked(t, before, names) }) : ''
}

/** Every move open to a person, each with what is missing as steps; the first one stands open. */
export function TargetList({ own, targets, names, today, besideOf, closed, actions }: Props) {
  const t = useTranslations('career')
  return (
    <Section id="targets" title={t('path.targets')}>
      {targets.length === 0 && (
        <EmptyState icon="goal" title={t('path.noTargets')} lead={t('path.noTargetsLead')} />
      )}
      {targets.map((target, index) => {
        const { position, move, frozen, drift, reworded } = target
        const title = inLocale(position.title, names.locale)
        const plan = own.plans.find(({ targetId }) => targetId === position.positionId)
        return (
          <Disclosure
            key={position.positionId}
            summary={move ? title : `${title}, ${t('path.far')}`}
            open={index === 0 && !closed}
          >
            <div className="grid gap-6">
              {frozen && <Notice>{t('plan.frozen')}</Notice>}
              {drift.length + reworded.length > 0 && (
                <div>
                  <p className="font-semibold">{t('plan.drift')}</p>
                  <ul className="rows">
                    {drift.map((change) => (
                      <li key={(change.after ?? change.before)?.id} className="row">
                        {driftLine(t, change, names)}
                      </li>
                    ))}
                    {reworded.map(({ competenceId, level, agreed, now }) => (
                      <li key={`${competenceId}-${level}`} className="row">
                        {t('plan.driftReworded', {
                          title: names.title(competenceId),
                          level: String(level),
                          agreed: inLocale(agreed, names.locale),
                          now: inLocale(now, names.locale),
                        })}
                      </li>
                    ))}
                  </ul>
                </div>
              )}
              <Steps
                target={title}
                way={target}
                names={names}
                trainings={own.trainings}
                enrolled={own.enrolled}
                proposed={own.proposed}
                plan={planFor(plan, today)}
                planHref={`#plan-${position.positionId}`}
                actions={actions}
              />
              {besideOf && index > 0 && (
                <LinkButton
                  href={besideOf(position.slug)}
                  variant="quiet"
                  size="small"
                  className="justify-self-start"
                >
                  {t('compare.beside', { title: names.title(targets[0]?.position.positionId ?? null) })}
                </LinkButton>
              )}
              {actions && !plan && (
                <Disclosure summary={t('plan.open')}>
                  <PlanForm
                    target={{ positionId: position.positionId, title }}
                    companions={own.companions}
                    today={today}
                    open={actions.openPlan}
                  />
                </Disclosure>
              )}
            </div>
          </Disclosure>
        )
      })}
    </Section>
  )
}
