import { useFormatter, useTranslations } from 'next-intl'
import type { BoardShift } from '#components/rotation/team-board'
import type { BoardTask } from '#components/rotation/wording'
import { clockOf } from '#components/rotation/wording'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { TextInput } from '#components/ui/text-input'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'

type Props = {
  shift: BoardShift
  tasks: BoardTask[]
  timeZone: string
  locale: Locale
  published: boolean
  remove: FormAction
}

/** The blocks of the chosen person, each to be taken out. */
export function PersonBlocks({ shift, tasks, timeZone, locale, published, remove }: Props) {
  const words = useTranslations('rotation')
  const clock = clockOf(useFormatter(), timeZone)
  if (!shift.pieces.length) return <p className="text-soft">{words('noBlocks')}</p>
  return (
    <ul className="rows">
      {shift.pieces.map((piece) => {
        const task = tasks.find((one) => one.id === piece.taskId)
        const title = task ? inLocale(task.title, locale) : words(`what.${piece.what}`)
        const line = words('pieceLine', { from: clock(piece.from), to: clock(piece.to), title })
        return (
          <li key={piece.id} className="py-2">
            <ActionForm
              action={remove}
              label={words('removeNamed', { line })}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2"
            >
              <input type="hidden" name="blockId" value={piece.id ?? ''} />
              <span>{line}</span>
              {published && <TextInput name="reason" label={words('reason')} maxLength={300} />}
              <PendingButton variant="plain" size="small" aria-label={words('removeNamed', { line })}>
                {words('remove')}
              </PendingButton>
            </ActionForm>
          </li>
        )
      })}
    </ul>
  )
}
