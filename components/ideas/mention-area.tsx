'use client'

import { lazy, Suspense, useState } from 'react'
import type { FieldProps } from '#components/ui/field'
import { TextArea } from '#components/ui/text-area'

const MentionList = lazy(() => import('#components/ideas/mention-list'))

type Props = FieldProps & { number: number; maxLength: number; rows: number }

/**
 * A text in which people are called by «@Імʼя Прізвище». They are offered by a script that comes when somebody begins to write; without
 * it the name is typed whole.
 */
export function MentionArea({ number, ...field }: Props) {
  const [area, setArea] = useState<HTMLTextAreaElement | null>(null)
  return (
    <div
      className="relative"
      onFocusCapture={({ target }) => target instanceof HTMLTextAreaElement && setArea(target)}
    >
      <TextArea {...field} />
      {area && (
        <Suspense>
          <MentionList field={area} number={number} />
        </Suspense>
      )}
    </div>
  )
}
