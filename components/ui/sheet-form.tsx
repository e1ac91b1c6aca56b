import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FileInput } from '#components/ui/file-input'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'

type Props = { label: string; columns: readonly string[]; action: FormAction; children?: ReactNode }

/** Gives a sheet: first to be tried, then to be taken. A wrong row is named and nothing of it is kept. */
export function SheetForm({ label, columns, action, children }: Props) {
  const t = useTranslations('ui.sheet')
  return (
    <ActionForm action={action} label={label} resetWhenDone={false} className="grid max-w-xl gap-4">
      {children}
      <FileInput
        name="file"
        label={t('file')}
        hint={t('columns', { columns: columns.join(', ') })}
        accept=".csv,.xlsx,.json"
        required
      />
      <div className="flex flex-wrap gap-3">
        <PendingButton variant="quiet" name="dryRun" value="on">
          {t('try')}
        </PendingButton>
        <PendingButton>{t('take')}</PendingButton>
      </div>
    </ActionForm>
  )
}
