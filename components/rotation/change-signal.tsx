'use client'

import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Icon } from '#components/ui/icon'

type Change = { at: string; title: string }
type Props = { changes: Change[] }

const SOON = 2 * 60_000 // ms before a change at which it is announced
const SHOWN = 60_000 // ms after it during which it is still said
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

  useEffect(() => {
    const timers: ReturnType<typeof setTimeout>[] = []
    for (const change of changes) {
      const left = Date.parse(change.at) - Date.now()
      if (left < -SHOWN) continue
      const announce = () => {
        setNext(change)
        if (sound.read()) chime()
      }
      timers.push(
        setTimeout(announce, Math.max(0, left - SOON)),
        setTimeout(() => router.refresh(), Math.max(0, left)),
        setTimeout(() => setNext(undefined), left + SHOWN),
      )
    }
    return () => timers.forEach(clearTimeout)
  }, [changes, router])

  const clock = (at: string) =>
    format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <p role="status">
        {next && (
          <span className="signal">
            <Icon name="time" />
            {words('soon', { time: clock(next.at), title: next.title })}
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
