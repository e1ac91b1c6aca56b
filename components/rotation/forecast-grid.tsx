'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { GridFrame, GridTask } from '#components/rotation/demand-grid'
import { SheetTable } from '#components/rotation/sheet-table'
import { useSheet } from '#components/rotation/use-sheet'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Segmented } from '#components/ui/radio-group'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { ForecastDay } from '#domain/rotation/demand'
import { needsOf, type SlotNeed, tooMuch } from '#domain/rotation/demand-forecast'

type Props = { frame: GridFrame; tasks: GridTask[]; forecast: FormAction }

const NUMBERS = {
  handlingSeconds: ['180', 36_000],
  serviceLevel: ['80', 99],
  withinSeconds: ['20', 3600],
  maxOccupancy: ['85', 100],
  shrinkage: ['30', 80],
  concurrency: ['1', 10],
  patienceSeconds: ['', 36_000],
  deadlineMinutes: ['240', 1440],
} as const
type Name = keyof typeof NUMBERS
const USUAL: Record<string, string> = {
  way: 'queue',
  ...Object.fromEntries(Object.entries(NUMBERS).map(([name, [usual]]) => [name, usual])),
}

/** What the numbers come to, as the server will count it; nothing while one of them is none. */
const needed = (frame: GridFrame, given: Record<string, string>, contacts: string[]): SlotNeed[] => {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const wish = ForecastDay.omit({ siteId: true, taskId: true, from: true }).safeParse({
    ...filled,
    stepMinutes: frame.stepMinutes,
    contacts: contacts.map((count) => count || 0),
  })
  return wish.success ? needsOf(wish.data) : []
}

/** Contacts expected slot by slot, and beside them the people, service level and occupancy they come to. */
export function ForecastGrid({ frame, tasks, forecast }: Props) {
  const words = useTranslations('rotation.browser.sheet')
  const format = useFormatter()
  const sheet = useSheet(frame.rows.map(() => ['']))
  const [given, setGiven] = useState(USUAL)
  const needs = needed(
    frame,
    given,
    sheet.cells.map(([count = '']) => count),
  )
  const listen = (event: FormEvent<HTMLDivElement>) => {
    const { name, value } = event.target as HTMLInputElement
    if (name in USUAL) setGiven((before) => ({ ...before, [name]: value }))
  }
  const percent = (share: number | undefined) =>
    share === undefined ? '' : format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  const number = (row: number, value: (need: SlotNeed) => number) => {
    const need = needs[row]
    if (!need?.agents) return ''
    return tooMuch(need) ? '…' : format.number(value(need))
  }
  const beside = [
    { label: words('agents'), cell: (row: number) => number(row, ({ agents }) => agents) },
    { label: words('onShift'), cell: (row: number) => number(row, ({ onShift }) => onShift) },
    { label: words('level'), cell: (row: number) => percent(needs[row]?.serviceLevel) },
    { label: words('occupancy'), cell: (row: number) => percent(needs[row]?.occupancy) },
  ]
  const field = (name: Name) => (
    <TextInput
      key={name}
      name={name}
      type="number"
      inputMode="numeric"
      min={0}
      max={NUMBERS[name][1]}
      label={words(`numbers.${name}`)}
      defaultValue={NUMBERS[name][0]}
      required={name !== 'patienceSeconds'}
    />
  )
  const inQueue = given.way === 'queue'
  return (
    <ActionForm action={forecast} label={words('forecastTitle')} resetWhenDone={false} className="grid gap-4">
      <input type="hidden" name="siteId" value={frame.siteId} />
      <input type="hidden" name="from" value={frame.from} />
      <input type="hidden" name="stepMinutes" value={frame.stepMinutes} />
      <div className="grid gap-4" onInput={listen}>
        <Select
          name="taskId"
          label={words('task')}
          options={tasks.map(({ id, title }) => ({ value: id, label: title }))}
          required
        />
        <Segmented
          name="way"
          label={words('way')}
          defaultValue="queue"
          options={(['queue', 'backlog'] as const).map((value) => ({ value, label: words(`ways.${value}`) }))}
          required
        />
        <div className="numbers">
          {(['handlingSeconds', 'maxOccupancy', 'shrinkage'] as const).map(field)}
          {inQueue
            ? (['serviceLevel', 'withinSeconds', 'concurrency', 'patienceSeconds'] as const).map(field)
            : field('deadlineMinutes')}
        </div>
      </div>
      <SheetTable
        sheet={sheet}
        label={words('forecastTitle')}
        rows={frame.rows}
        columns={[
          { label: words('contacts'), title: words('contacts'), name: (row: number) => `contacts[${row}]` },
        ]}
        beside={beside}
      />
      <PendingButton className="justify-self-start">{words('count')}</PendingButton>
    </ActionForm>
  )
}
