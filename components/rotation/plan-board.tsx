'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { type FocusEvent, useMemo, useState } from 'react'
import { BoardCover } from '#components/rotation/board-cover'
import { BoardInspector } from '#components/rotation/board-inspector'
import { BoardRow, type RowShift } from '#components/rotation/board-row'
import { BoardTools } from '#components/rotation/board-tools'
import { DayChanges } from '#components/rotation/day-changes'
import { type Tool, useBoardDrag } from '#components/rotation/use-board-drag'
import { useBoardKeys } from '#components/rotation/use-board-keys'
import { usePlanEdits } from '#components/rotation/use-plan-edits'
import { type BoardTask, clockOf } from '#components/rotation/wording'
import type { FormAction } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'
import { scaleOf, slotsIn } from '#domain/rotation/cells'
import type { Left } from '#domain/rotation/coverage'
import { type BreakRule, byTime, type Piece, SLOT, type Task } from '#domain/rotation/day'
import { dayChanges } from '#domain/rotation/day-changes'
import { checkDay, checkRetired, isHard } from '#domain/rotation/rules'
import { inLocale, type Locale } from '#domain/text'

export type GridShift = RowShift & { levels: Record<string, number> }
type Props = {
  planId: string
  status: 'draft' | 'published'
  /** When the page was read: what is over is not judged anew. */
  now: number
  shifts: GridShift[]
  tasks: (BoardTask & Task)[]
  rule: BreakRule
  left: Left[]
  drafted: Record<string, Piece[]> | null
  timeZone: string
  locale: Locale
  /** Where a person's forms are; the person's id is put at its end. */
  formsAt: string
  lay: FormAction
}

const HOUR = 4 * SLOT

/** The whole team's day under the planner's hand: people × quarters of an hour, rules and cover at once. */
export function PlanBoard(props: Props) {
  const { planId, status, now, shifts, tasks, rule, left, drafted, timeZone, locale } = props
  const words = useTranslations('rotation.browser.hand')
  const format = useFormatter()
  const [tool, setTool] = useState<Tool>(null)
  const [comparing, setComparing] = useState(false)
  const clock = useMemo(() => clockOf(format, timeZone), [format, timeZone])
  const scale = useMemo(() => scaleOf(shifts), [shifts])
  const named = useMemo(
    () =>
      tasks.map(({ id, title, shortTitle, hue }) => ({
        id,
        hue,
        title: inLocale(title, locale),
        short: inLocale(shortTitle, locale),
      })),
    [tasks, locale],
  )
  const brushes = useMemo(() => {
    const retired = new Set(tasks.filter((task) => task.isRetired).map(({ id }) => id))
    return named.filter(({ id }) => !retired.has(id))
  }, [named, tasks])
  const edits = usePlanEdits(shifts, planId, props.lay)
  const keys = useBoardKeys(edits.days, scale, brushes, edits)
  const drag = useBoardDrag(edits.days, tool, edits.act, (shiftId, at) => keys.setCursor({ shiftId, at }))
  const days = useMemo(
    () =>
      edits.days.map((shift) => {
        const day = drag.preview.find(({ shiftId }) => shiftId === shift.shiftId)
        return day ? { ...shift, pieces: day.after } : shift
      }),
    [edits.days, drag.preview],
  )
  const judged = useMemo(() => {
    const byId = new Map<string, Task>(tasks.map((task) => [task.id, task]))
    return days.map((shift) => {
      const levels = new Map(Object.entries(shift.levels))
      const over = status === 'draft' ? checkRetired(shift.pieces, byId, now) : []
      const broken = [...checkDay({ ...shift, shift, levels }, byId, rule), ...over].sort(byTime)
      const was = drafted?.[shift.shiftId]
      return { shift, broken, hard: broken.filter(isHard), changes: was ? dayChanges(was, shift.pieces) : [] }
    })
  }, [days, tasks, rule, drafted, status, now])
  const blocks = days.flatMap(({ pieces }) =>
    pieces.flatMap(({ taskId, from, to }) => (taskId ? [{ taskId, from, to }] : [])),
  )
  const differing = judged.filter(({ changes }) => changes.length > 0)
  const breaking = judged.filter(({ hard }) => hard.length > 0).length
  const chosen = judged.find(({ shift }) => shift.shiftId === keys.cursor?.shiftId)
  const hours = Array.from({ length: slotsIn(scale) / 4 }, (_, at) => scale.from + at * HOUR)

  const focused = ({ target }: FocusEvent) => {
    const cell = target.closest<HTMLElement>('td[data-from]')
    const shiftId = cell?.parentElement?.dataset.shift
    const at = Number(cell?.dataset.from)
    const inside = cell && keys.cursor && keys.cursor.at >= at && keys.cursor.at < Number(cell.dataset.to)
    if (shiftId && !(inside && keys.cursor?.shiftId === shiftId)) keys.setCursor({ shiftId, at })
  }
  const { down, over, up, cancel } = drag

  return (
    <div className="grid gap-3">
      <BoardTools
        tasks={brushes}
        tool={tool}
        choose={setTool}
        undo={edits.undo}
        redo={edits.redo}
        compare={
          drafted
            ? { on: comparing, people: differing.length, turn: () => setComparing(!comparing) }
            : undefined
        }
      />
      {edits.refusal && (
        <Notice tone="bad" live>
          {edits.refusal}
        </Notice>
      )}
      <section
        className="board-frame"
        aria-label={words('title')}
        aria-busy={edits.pending}
        data-tool={tool ? '' : undefined}
      >
        <table
          ref={keys.table}
          className="board"
          data-comparing={comparing || undefined}
          data-dragging={drag.dragging || undefined}
        >
          <caption className="sr-only">{words('caption')}</caption>
          <colgroup>
            <col className="board-names" />
            <col span={slotsIn(scale)} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{words('people', { count: shifts.length })}</th>
              {hours.map((hour) => (
                <th key={hour} scope="col" colSpan={4}>
                  {clock(hour)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody
            onPointerDown={down}
            onPointerMove={over}
            onPointerUp={up}
            onPointerCancel={cancel}
            onKeyDown={keys.press}
            onFocus={focused}
          >
            {judged.map(({ shift, hard, changes }) => (
              <BoardRow
                key={shift.shiftId}
                {...{ shift, scale, clock }}
                tasks={named}
                broken={hard}
                changed={comparing ? changes : NOTHING}
                cursor={keys.cursor?.shiftId === shift.shiftId ? keys.cursor.at : undefined}
                href={`${props.formsAt}${shift.personId}#put`}
              />
            ))}
          </tbody>
          <BoardCover scale={scale} tasks={named} left={left} blocks={blocks} clock={clock} />
        </table>
      </section>
      {chosen && (
        <BoardInspector
          {...{ chosen, tasks, named, timeZone, locale, breaking }}
          at={keys.cursor?.at ?? 0}
          pending={edits.pending}
          published={status === 'published'}
          reason={edits.reason}
          setReason={edits.setReason}
          drafted={drafted?.[chosen.shift.shiftId]}
          act={edits.act}
        />
      )}
      {comparing && (
        <DayChanges
          people={differing.map(({ shift, changes }) => ({
            shiftId: shift.shiftId,
            name: shift.name,
            changes,
          }))}
          {...{ tasks, timeZone, locale }}
        />
      )}
    </div>
  )
}

const NOTHING: never[] = []
