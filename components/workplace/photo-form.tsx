import { useTranslations } from 'next-intl'
import { FileInput } from '#components/ui/file-input'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import type { KeptRound } from '#components/workplace/round-store'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'

type Props = { round: KeptRound; locale: Locale; photograph: FormAction }

/** Without JavaScript: a photo of one of the questions that may ask for one. */
export function PhotoForm({ round, locale, photograph }: Props) {
  const words = useTranslations('workplace.sheet.photoForm')
  const asking = round.sections
    .flatMap(({ items }) => items)
    .filter(({ photoOnFail, type }) => photoOnFail || type === 'photo')
  if (!asking.length) return null
  return (
    <ActionForm action={photograph} label={words('title')} className="mb-8 grid max-w-xl gap-4">
      <input type="hidden" name="inspectionId" value={round.id} />
      <Select
        name="itemId"
        label={words('item')}
        options={asking.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) }))}
        defaultValue={asking[0]?.id}
        required
      />
      <FileInput name="file" label={words('file')} accept="image/*" required />
      <PendingButton variant="quiet">{words('send')}</PendingButton>
    </ActionForm>
  )
}
