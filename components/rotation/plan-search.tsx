import { useTranslations } from 'next-intl'
import { RunForm } from '#components/rotation/run-form'
import { RunOutcomeView } from '#components/rotation/run-outcome'
import { RunProgress } from '#components/rotation/run-progress'
import type { BoardShift } from '#components/rotation/team-board'
import type { BoardTask } from '#components/rotation/wording'
import type { FormAction } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'
import type { DayWeights } from '#domain/rotation/day-weights'
import type { Locale } from '#domain/text'
import type { PlanRun } from '#server/rotation/run-queries'

type Props = {
  planId: string
  teamId: string
  shifts: BoardShift[]
  tasks: BoardTask[]
  timeZone: string
  locale: Locale
  run: PlanRun | null
  usual: DayWeights
  start: FormAction
  stop: FormAction
}

/** The press that drafts a day: before it, while it works, and what came of it. */
export function PlanSearch({ planId, teamId, shifts, run, usual, start, stop, ...common }: Props) {
  const words = useTranslations('rotation')
  if (run && (run.status === 'waiting' || run.status === 'running')) {
    const { id, status, news, stopping } = run
    return <RunProgress key={id} planId={planId} runId={id} begun={{ status, news, stopping }} stop={stop} />
  }
  return (
    <div className="grid gap-6">
      {run?.status === 'failed' && <Notice tone="bad">{words('run.failed')}</Notice>}
      {run?.outcome && <RunOutcomeView outcome={run.outcome} shifts={shifts} teamId={teamId} {...common} />}
      <RunForm
        planId={planId}
        hasBlocks={shifts.some((shift) => shift.pieces.length > 0)}
        start={start}
        usual={usual}
        made={run?.weights}
      />
    </div>
  )
}
