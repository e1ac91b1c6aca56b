import { useTranslations } from 'next-intl'
import { List } from '#components/ui/list'
import { Photos } from '#components/ui/photos'
import type { Tone } from '#components/ui/status'
import { Status } from '#components/ui/status'
import { Time } from '#components/ui/time'
import type { FaultKind } from '#domain/workplace'

type Fault = {
  id: string
  kind: string
  at: string
  status: string
  doneNote: string | null
  photos: { fault: string[]; mended: string[] }
}

const STATES: Record<string, [tone: Tone, word: 'open' | 'done' | 'verified' | 'cancelled']> = {
  open: ['warn', 'open'],
  'in-progress': ['warn', 'open'],
  done: ['accent', 'done'],
  verified: ['good', 'verified'],
  cancelled: ['neutral', 'cancelled'],
}

/** What became of what the person reported. */
export function MyFaults({ faults, now }: { faults: Fault[]; now: string }) {
  const words = useTranslations('workplace')
  return (
    <List label={words('myFaults')}>
      {faults.map((fault) => {
        const [tone, word] = STATES[fault.status] ?? ['neutral', 'cancelled']
        return (
          <li key={fault.id} className="grid gap-2 py-3">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span>{words(`faults.${fault.kind as FaultKind}`)}</span>
              <Status tone={tone}>{words(`actionStatus.${word}`)}</Status>
            </p>
            <p className="text-small text-soft">
              <Time at={fault.at} now={now} />
              {fault.doneNote && ` · ${fault.doneNote}`}
            </p>
            <Photos ids={fault.photos.fault} label={(number) => words('photoOfFault', { number })} />
            <Photos ids={fault.photos.mended} label={(number) => words('photoOfMended', { number })} />
          </li>
        )
      })}
    </List>
  )
}
