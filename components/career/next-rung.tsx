import { useFormatter, useTranslations } from 'next-intl'
import { type Names, stepReason, stepTitle } from '#components/career/wording'
import { LinkButton } from '#components/ui/link-button'
import { List, Row } from '#components/ui/list'
import { Meter } from '#components/ui/meter'
import { Section } from '#components/ui/section'
import type { Step } from '#domain/steps'

type Teaching = { id: string; slug: string }
export type Next = { title: string; ready: boolean; met: number; asked: number; steps: Step[] }
type Props = { next: Next | null; staying: boolean; names: Names; trainings: readonly Teaching[] }

const SHOWN = 4

/** The nearest target in a glance: how far, and the first few things that are missing. */
export function NextRung({ next, staying, names, trainings }: Props) {
  const t = useTranslations('career')
  const format = useFormatter()
  const action = (
    <LinkButton href={staying ? '/career/path#mastery' : '/career/path'} icon="goal">
      {staying ? t('mastery.title') : t('next.open')}
    </LinkButton>
  )
  if (!next || staying) {
    return (
      <Section id="next" title={t('next.title')}>
        <p className="mb-4 text-soft">{staying ? t('next.stay') : t('next.top')}</p>
        {action}
      </Section>
    )
  }
  const share = format.number(next.asked ? next.met / next.asked : 1, { style: 'percent' })
  const steps = next.steps.filter(({ hard }) => hard).slice(0, SHOWN)
  return (
    <Section id="next" title={t('next.title')}>
      <div className="grid gap-4">
        <Meter
          label={next.title}
          value={next.met}
          max={next.asked}
          text={share}
          tone={next.ready ? 'good' : 'accent'}
        />
        {next.ready && <p className="font-semibold">{t('next.ready')}</p>}
        <List label={t('next.lead', { title: next.title, share })}>
          {steps.map((step, index) => {
            const training = step.kind === 'training' && trainings.find(({ id }) => id === step.trainingId)
            return (
              <Row
                key={`${step.kind}/${step.trainingId ?? index}`}
                icon="missing"
                title={stepTitle(t, step, names)}
                note={stepReason(t, step, names)}
                href={training ? `/training/${training.slug}` : undefined}
              />
            )
          })}
        </List>
        <div>{action}</div>
      </div>
    </Section>
  )
}
