'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/ui/button'
import { Notice } from '#components/ui/notice'
import { Section } from '#components/ui/section'
import type { Numbers } from '#components/workplace/probe-computer'
import type { SoundRefusal } from '#components/workplace/probe-sound'
import { openMicrophone, playTone, refusalOf, soundNumbers } from '#components/workplace/probe-sound'

type Step = 'begin' | 'silence' | 'voice' | 'left' | 'right'

/** Microphone and ears: five seconds of silence, five of reading aloud, a tone at each side. */
export function HeadsetMeasure({ done }: { done: (numbers: Numbers) => void }) {
  const words = useTranslations('workplace.measure')
  const [step, setStep] = useState<Step>('begin')
  const [refusal, setRefusal] = useState<SoundRefusal>()
  const [heard, setHeard] = useState<Numbers>({})

  const begin = async () => {
    setRefusal(undefined)
    try {
      const microphone = await openMicrophone()
      try {
        setStep('silence')
        const noise = await microphone.listen()
        setStep('voice')
        setHeard(soundNumbers(noise, await microphone.listen()))
        setStep('left')
      } finally {
        microphone.close()
      }
    } catch (error) {
      setRefusal(refusalOf(error))
      setStep('begin')
    }
  }
  const answer = (side: 'left' | 'right', heardIt: boolean) => {
    const numbers = { ...heard, [side === 'left' ? 'ear_left' : 'ear_right']: Number(heardIt) }
    setHeard(numbers)
    if (side === 'left') return setStep('right')
    setStep('begin')
    done(numbers)
  }

  return (
    <Section id="headset" title={words('headsetTitle')} note={words('headsetNote')} className="max-w-xl">
      <div className="grid gap-4" aria-live="polite">
        {refusal && <Notice tone="warn">{words(`sound.${refusal}`)}</Notice>}
        {step === 'begin' && (
          <Button
            variant="primary"
            icon="headset"
            className="justify-self-start"
            onClick={() => void begin()}
          >
            {words('headsetStart')}
          </Button>
        )}
        {step === 'silence' && <Notice>{words('silence')}</Notice>}
        {step === 'voice' && (
          <Notice>
            <p>{words('voice')}</p>
            <p className="mt-2 font-semibold">{words('readAloud')}</p>
          </Notice>
        )}
        {(step === 'left' || step === 'right') && (
          <fieldset className="grid gap-3">
            <legend className="mb-2 font-semibold">{words(`ear.${step}`)}</legend>
            <div className="flex flex-wrap gap-2">
              <Button icon="headset" onClick={() => void playTone(step)}>
                {words('play')}
              </Button>
              <Button onClick={() => answer(step, true)}>{words('heard')}</Button>
              <Button onClick={() => answer(step, false)}>{words('notHeard')}</Button>
            </div>
          </fieldset>
        )}
      </div>
    </Section>
  )
}
