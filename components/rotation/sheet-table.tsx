'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Sheet } from '#components/rotation/use-sheet'
import { Button } from '#components/ui/button'

type Props = {
  sheet: Sheet
  label: string
  rows: readonly string[]
  columns: readonly { label: string; name: (row: number) => string; title: string }[]
  /** Rows of heads over the columns, where several belong together. */
  over?: ReactNode
  /** Columns beside, worked out from a row. */
  beside?: { label: string; cell: (row: number) => string }[]
}

/** A table of number cells with the tools of a spreadsheet over it; without script each cell is a field of the form. */
export function SheetTable({ sheet, label, rows, columns, over, beside = [] }: Props) {
  const words = useTranslations('rotation.browser.sheet')
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" icon="history" disabled={!sheet.undo} onClick={sheet.undo}>
          {words('undo')}
        </Button>
        <Button size="small" icon="forward" disabled={!sheet.redo} onClick={sheet.redo}>
          {words('redo')}
        </Button>
        <Button size="small" icon="down" onClick={sheet.fill}>
          {words('fill')}
        </Button>
        <span className="text-small text-soft">{words('keys')}</span>
      </div>
      <section className="sheet" aria-label={label}>
        <table ref={sheet.table} className="sheet-table">
          <caption className="sr-only">{label}</caption>
          <thead>
            {over}
            <tr>
              <th scope="col">{words('time')}</th>
              {columns.map((column) => (
                <th key={column.title} scope="col">
                  {column.label}
                </th>
              ))}
              {beside.map((column) => (
                <th key={column.label} scope="col">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((name, row) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {columns.map((column, index) => {
                  const at = { row, column: index }
                  return (
                    <td key={column.title} data-chosen={sheet.chosen(at) || undefined}>
                      <input
                        className="sheet-cell"
                        inputMode="numeric"
                        autoComplete="off"
                        name={column.name(row)}
                        aria-label={words('cell', { row: name, column: column.title })}
                        data-row={row}
                        data-column={index}
                        value={sheet.cells[row]?.[index] ?? ''}
                        onChange={(event) => sheet.type(at, event.target.value)}
                        onPaste={(event) => sheet.paste(event, at)}
                        onKeyDown={(event) => sheet.press(event, at)}
                        onFocus={() => sheet.focused(at)}
                      />
                    </td>
                  )
                })}
                {beside.map((column) => (
                  <td key={column.label} className="sheet-beside">
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
