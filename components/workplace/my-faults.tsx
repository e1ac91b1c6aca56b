import { useTranslations } from 'next-intl'
import { List, Row } from '#components/ui/list'
import type { Tone } from '#components/ui/status'
import { Status } from '#components/ui/status'
import { Time } from '#components/ui/time'
import type { FaultKind } from '#domain/workplace'

type Fault = { id: string; kind: string; at: string; status: string; doneNote: string | null }

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
          <Row
            key={fault.id}
            title={words(`faults.${fault.kind as FaultKind}`)}
            note={
              <>
                <Time at={fault.at} now={now} />
                {fault.doneNote && ` · ${fault.doneNote}`}
              </>
            }
            end={<Status tone={tone}>{words(`actionStatus.${word}`)}</Status>}
          />
        )
      })}
    </List>
  )
}
