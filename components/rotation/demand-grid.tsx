'use client'

import { useTranslations } from 'next-intl'
import { SheetTable } from '#components/rotation/sheet-table'
import { useSheet } from '#components/rotation/use-sheet'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'

export type GridTask = { id: string; title: string; hue: number }
export type GridFrame = { siteId: string; from: string; stepMinutes: number; rows: string[] }
type Props = {
  frame: GridFrame
  tasks: GridTask[]
  /** A row a slot: minimum and target of each task in turn. */
  cells: string[][]
  lay: FormAction
}

/** How many people each task needs, slot by slot: the least, and the number wished for. */
export function DemandGrid({ frame, tasks, cells, lay }: Props) {
  const words = useTranslations('rotation.browser.sheet')
  const sheet = useSheet(cells)
  const { siteId, from, stepMinutes, rows } = frame
  const columns = tasks.flatMap((task, index) =>
    (['minimum', 'target'] as const).map((kind) => ({
      label: words(kind),
      title: words('of', { task: task.title, kind: words(kind) }),
      name: (row: number) => `${kind}[${row * tasks.length + index}]`,
    })),
  )
  return (
    <ActionForm action={lay} label={words('gridTitle')} resetWhenDone={false} className="grid gap-4">
      <input type="hidden" name="siteId" value={siteId} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="stepMinutes" value={stepMinutes} />
      <input type="hidden" name="slots" value={rows.length} />
      {tasks.map(({ id }, index) => (
        <input key={id} type="hidden" name={`taskIds[${index}]`} value={id} />
      ))}
      <SheetTable
        sheet={sheet}
        label={words('gridTitle')}
        rows={rows}
        columns={columns}
        over={
          <tr>
            <td />
            {tasks.map(({ id, title, hue }) => (
              <th key={id} scope="colgroup" colSpan={2}>
                <span className={`board-swatch hue-${hue}`} />
                {title}
              </th>
            ))}
          </tr>
        }
      />
      <PendingButton className="justify-self-start">{words('save')}</PendingButton>
    </ActionForm>
  )
}
