'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { DEFAULT_WEIGHTS } from '#domain/rotation/day-weights'

type Props = { name: string; label: string; usual: number; begun?: number }

const MOST = 40

/** One aim's weight, with what it means against a slot that lacks a person; it stands where it was begun, else as usual. */
export function WeightSlider({ name, label, usual, begun = usual }: Props) {
  const words = useTranslations('rotation.browser')
  const id = useId()
  const [weight, setWeight] = useState(begun)
  const times = weight > 0 ? Math.round((DEFAULT_WEIGHTS.target / weight) * 10) / 10 : 0
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="flex justify-between gap-4">
        <span>{label}</span>
        <span className="text-soft">{words(weight === usual ? 'usual' : 'weight', { weight, usual })}</span>
      </label>
      <input
        id={id}
        className="weight"
        type="range"
        name={name}
        min={0}
        max={MOST}
        value={weight}
        aria-describedby={name === 'target' ? undefined : `${id}-means`}
        onChange={(event) => setWeight(Number(event.target.value))}
      />
      {name !== 'target' && (
        <p id={`${id}-means`} className="text-small text-soft">
          {words(weight ? 'means' : 'meansNothing', { times })}
        </p>
      )}
    </div>
  )
}
