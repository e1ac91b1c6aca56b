'use client'

import { useTranslations } from 'next-intl'
import type { RowTask } from '#components/rotation/board-row'
import { coverBySlot, type Left, type OnTask, type SlotCover } from '#domain/rotation/coverage'
import { SLOT, type Stretch } from '#domain/rotation/day'

type Props = {
  scale: Stretch
  tasks: readonly RowTask[]
  left: readonly Left[]
  blocks: readonly OnTask[]
  clock: (at: number) => string
}
type Run = Stretch & Partial<SlotCover>

/** Neighbouring slots that say the same are one cell; what nobody wants is an empty one. */
const runsOf = (slots: readonly SlotCover[], scale: Stretch): Run[] => {
  const runs: Run[] = []
  const byMoment = new Map(slots.map((slot) => [slot.at, slot]))
  for (let at = scale.from; at < scale.to; at += SLOT) {
    const slot = byMoment.get(at)
    const last = runs.at(-1)
    const same = last?.on === slot?.on && last?.target === slot?.target && last?.minimum === slot?.minimum
    if (last && same) last.to = at + SLOT
    else runs.push({ ...slot, from: at, to: at + SLOT })
  }
  return runs
}

/** Under the board: where each task has fewer people than wanted, as the blocks stand now. */
export function BoardCover({ scale, tasks, left, blocks, clock }: Props) {
  const words = useTranslations('rotation.browser.hand')
  const wanted = tasks.filter((task) => left.some((one) => one.taskId === task.id))
  const text = ({ from, to, on = 0, target = 0 }: Run) =>
    words('cover', { from: clock(from), to: clock(to), on, target })
  return (
    <tfoot>
      {wanted.map((task) => (
        <tr key={task.id}>
          <th scope="row">
            <span className={`board-swatch hue-${task.hue}`} />
            <span title={task.title}>{task.short}</span>
          </th>
          {runsOf(coverBySlot(left, blocks, task.id), scale).map((run) => {
            const { on = 0, target = 0, minimum = 0 } = run
            const short = on < minimum ? 'bad' : 'warn'
            const tone = on < target ? short : undefined
            return (
              <td key={run.from} colSpan={(run.to - run.from) / SLOT} data-tone={tone} title={text(run)}>
                {tone && (
                  <>
                    <span aria-hidden>{target - on}</span>
                    <span className="sr-only">{text(run)}</span>
                  </>
                )}
              </td>
            )
          })}
        </tr>
      ))}
    </tfoot>
  )
}
