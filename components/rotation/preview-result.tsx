'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useField } from '#components/ui/form-context'
import { PARTS, type Part } from '#domain/rotation/engine/parts'

type Parts = Record<Part, number>

/** What a draft by these weights would have more and less of; once, when it was tried. */
export function PreviewResult() {
  const words = useTranslations('rotation.browser.preview')
  const parts = useTranslations('rotation.parts')
  const format = useFormatter()
  const { kept } = useField('tried')
  if (typeof kept !== 'string') return null
  const { now, would } = JSON.parse(kept) as { now: Parts | null; would: Parts }
  const rows = PARTS.filter((part) => would[part] > 0 || (now?.[part] ?? 0) > 0)
  return (
    <div role="status" className="grid gap-2">
      <table className="table">
        <caption className="mb-2 text-left text-small text-soft">{words('note')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('part')}</th>
            {now && (
              <th scope="col" data-align="end">
                {words('now')}
              </th>
            )}
            <th scope="col" data-align="end">
              {words('would')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((part) => (
            <tr key={part}>
              <th scope="row">{parts(part)}</th>
              {now && <td data-align="end">{format.number(now[part])}</td>}
              <td data-align="end">{format.number(would[part])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
