'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '#components/ui/button'
import type { FormAction } from '#components/ui/form-state'
import { idle } from '#components/ui/form-state'
import { Meter } from '#components/ui/meter'
import { Notice } from '#components/ui/notice'
import { Section } from '#components/ui/section'
import { HeadsetMeasure } from '#components/workplace/headset-measure'
import { MeasureResults } from '#components/workplace/measure-results'
import type { Numbers } from '#components/workplace/probe-computer'
import { probeCard, probeConnection, probeScreen, probeSpeed } from '#components/workplace/probe-computer'

type Props = {
  latest: Numbers
  /** When each was measured last, by metric. */
  takenAt: Record<string, string>
  centreMs: number | null
  now: string
  save: FormAction
}
type Phase = 'card' | 'speed' | 'connection' | 'screen'

const formOf = (numbers: Numbers, noisy: boolean): FormData => {
  const form = new FormData()
  form.set('noisy', String(noisy))
  for (const [index, [metric, value]] of Object.entries(numbers).entries()) {
    form.set(`values[${index}].metric`, metric)
    form.set(`values[${index}].value`, String(value))
  }
  return form
}

/** The seat measures itself: what the browser can tell of the computer, the connection, the screen and the headset. */
export function SeatMeasure({ latest, takenAt, centreMs, now, save }: Props) {
  const words = useTranslations('workplace.measure')
  const stage = useRef<HTMLDivElement>(null)
  const [phase, setPhase] = useState<{ name: Phase; share: number } | null>(null)
  const [fresh, setFresh] = useState<Numbers>({})
  const [outcome, setOutcome] = useState<'saved' | 'noisy' | 'failed'>()

  const keep = async (numbers: Numbers, noisy = false) => {
    if (!noisy) setFresh((before) => ({ ...before, ...numbers }))
    const state = await save(idle, formOf(numbers, noisy)).catch(() => undefined)
    if (state?.status !== 'done') setOutcome('failed')
    else setOutcome(noisy ? 'noisy' : 'saved')
  }

  const run = async () => {
    if (!stage.current) return
    setOutcome(undefined)
    let hidden = false
    const watch = () => {
      hidden = true
    }
    document.addEventListener('visibilitychange', watch)
    try {
      const tell = (name: Phase) => (share: number) => setPhase({ name, share })
      const numbers = {
        ...(await probeCard(stage.current, tell('card'))),
        ...(await probeConnection(tell('connection'))),
        ...(await probeSpeed(tell('speed'))),
        ...(await probeScreen(tell('screen'))),
      }
      await keep(numbers, hidden)
    } catch {
      setOutcome('failed')
    } finally {
      document.removeEventListener('visibilitychange', watch)
      setPhase(null)
    }
  }

  return (
    <>
      <Section id="computer" title={words('computerTitle')} note={words('computerNote')} className="max-w-xl">
        <div className="grid gap-4">
          {phase ? (
            <div role="status">
              <Meter
                label={words(`phases.${phase.name}`)}
                value={phase.share}
                max={1}
                text={words('share', { share: phase.share })}
              />
            </div>
          ) : (
            <Button
              variant="primary"
              icon="monitor"
              className="justify-self-start"
              onClick={() => void run()}
            >
              {words('computerStart')}
            </Button>
          )}
          <div ref={stage} aria-hidden className="h-40 overflow-hidden text-small text-soft empty:hidden" />
        </div>
      </Section>
      <HeadsetMeasure done={(numbers) => void keep(numbers)} />
      <div role="status" className="mb-6 max-w-xl">
        {outcome && (
          <Notice tone={outcome === 'saved' ? 'good' : 'warn'}>{words(`outcome.${outcome}`)}</Notice>
        )}
      </div>
      <MeasureResults {...{ latest, fresh, takenAt, centreMs, now }} />
    </>
  )
}
