import { useFormatter, useTranslations } from 'next-intl'
import { Table } from '#components/ui/table'
import type { Part } from '#domain/rotation/engine/parts'
import { PARTS } from '#domain/rotation/engine/parts'

type Row = { key: string; label: string; parts: Partial<Record<Part, number>> }

/** What each aim costs, row by row; aims that cost nobody anything take no column. */
export function PartsTable({ caption, first, rows }: { caption: string; first: string; rows: Row[] }) {
  const words = useTranslations('rotation')
  const format = useFormatter()
  const shown = PARTS.filter((part) => rows.some(({ parts }) => parts[part]))
  const sum = ({ parts }: Row) => PARTS.reduce((total, part) => total + (parts[part] ?? 0), 0)
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'label', title: first, cell: (row) => row.label },
        ...shown.map((part) => ({
          key: part,
          title: words(`parts.${part}`),
          align: 'end' as const,
          cell: (row: Row) => format.number(row.parts[part] ?? 0),
        })),
        { key: 'all', title: words('run.all'), align: 'end', cell: (row) => format.number(sum(row)) },
      ]}
    />
  )
}
