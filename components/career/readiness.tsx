import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon'
import { Meter } from '#components/ui/meter'

export type ReadinessStep = {
  id: string
  label: string
  met: boolean
  /** Why it is met or not, with numbers: «рівень 2 із 3, оцінка 12 жовтня». */
  reason: string
  /** 1-5 as HR set it. */
  weight: number
  /** What closes the gap: a training, a conversation, a task. */
  action?: ReactNode
}

/** Met requirements by weight (0-1), what is missing first, each with its reason and a way to close it. */
export function Readiness({
  target,
  share,
  steps,
}: {
  target: string
  share: number
  steps: ReadinessStep[]
}) {
  const words = useTranslations('career.readiness')
  const format = useFormatter()
  const met = steps.filter((step) => step.met)
  const missing = steps.filter((step) => !step.met)
  return (
    <div className="grid gap-6">
      <Meter
        label={words('label', { target })}
        value={Math.round(share * 100)}
        max={100}
        text={words('text', {
          met: met.length,
          all: steps.length,
          share: format.number(share, { style: 'percent' }),
        })}
        tone={missing.length === 0 ? 'good' : 'accent'}
      />
      {missing.length === 0 && <p className="font-semibold">{words('ready')}</p>}
      {missing.length > 0 && <Steps title={words('missing', { count: missing.length })} steps={missing} />}
      {met.length > 0 && <Steps title={words('met', { count: met.length })} steps={met} />}
    </div>
  )
}

function Steps({ title, steps }: { title: string; steps: ReadinessStep[] }) {
  const words = useTranslations('career.readiness')
  return (
    <div>
      <h3 className="section-title">{title}</h3>
      <ul className="rows">
        {steps.map((step) => (
          <li key={step.id} className="row items-start!">
            <Icon
              name={step.met ? 'done' : 'missing'}
              className={`mt-0.5 ${step.met ? 'text-good' : 'text-soft'}`}
            />
            <div className="min-w-0 flex-1">
              <p>{step.label}</p>
              <p className="text-small text-soft">
                {step.reason} · {words('weight', { weight: step.weight })}
              </p>
              {step.action}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
