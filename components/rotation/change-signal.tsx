'use client'

import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type Change, watchChanges } from '#components/rotation/change-times'
import { Icon } from '#components/ui/icon'

type Props = { changes: Change[] }

const KEY = 'sviato-change-sound'
const LISTENERS = new Set<() => void>()

const sound = {
  read: () => localStorage.getItem(KEY) === 'on',
  write(on: boolean) {
    localStorage.setItem(KEY, on ? 'on' : 'off')
    for (const listener of LISTENERS) listener()
  },
  subscribe(listener: () => void) {
    LISTENERS.add(listener)
    return () => void LISTENERS.delete(listener)
  },
}

/** Two soft notes, a fifth apart: heard in a headset, not over a voice. */
function chime() {
  const context = new AudioContext()
  for (const [at, pitch] of [
    [0, 523],
    [0.28, 784],
  ] as const) {
    const tone = context.createOscillator()
    const volume = context.createGain()
    tone.frequency.value = pitch
    volume.gain.setValueAtTime(0, context.currentTime + at)
    volume.gain.linearRampToValueAtTime(0.06, context.currentTime + at + 0.05)
    volume.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + at + 0.6)
    tone.connect(volume).connect(context.destination)
    tone.start(context.currentTime + at)
    tone.stop(context.currentTime + at + 0.65)
  }
  setTimeout(() => void context.close(), 1500)
}

/** Says shortly before a block changes what comes, and shows the page afresh when it has; a sound only for who turned it on. */
export function ChangeSignal({ changes }: Props) {
  const words = useTranslations('rotation.browser.signal')
  const format = useFormatter()
  const router = useRouter()
  const [next, setNext] = useState<Change>()
  const loud = useSyncExternalStore(sound.subscribe, sound.read, () => false)

  const heard = useRef(new Set<string>())

  useEffect(
    () =>
      watchChanges({
        changes,
        heard: heard.current,
        show: setNext,
        sound: () => sound.read() && chime(),
        // Without a network the browser would leave the page for an error of its own.
        refresh: () => navigator.onLine && router.refresh(),
      }),
    [changes, router],
  )
  // The day may have been planned anew since it was announced.
  const coming = changes.find(({ at, title }) => at === next?.at && title === next.title)

  const clock = (at: string) =>
    format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <p role="status">
        {coming && (
          <span className="signal">
            <Icon name="time" />
            {words('soon', { time: clock(coming.at), title: coming.title })}
          </span>
        )}
      </p>
      <button
        type="button"
        className="button"
        data-variant="plain"
        data-size="small"
        aria-pressed={loud}
        onClick={() => {
          sound.write(!loud)
          if (!loud) chime()
        }}
      >
        <Icon name="bell" size={16} />
        {words(loud ? 'soundOn' : 'soundOff')}
      </button>
    </div>
  )
}
