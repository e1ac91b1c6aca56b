import { useTranslations } from 'next-intl'
import type { Area } from '#components/ideas/area-list'
import { PersonPicker } from '#components/ui/person-picker'
import { TextInput } from '#components/ui/text-input'

export type Choice = { id: string; name: string; detail?: string }

/** What an area says of itself and who answers in it; the same for a new one and for a change. */
export function AreaFields({ people, area }: { people: Choice[]; area?: Area }) {
  const t = useTranslations('ideas.areasPage')
  const days = (name: 'ackDays' | 'decideDays', min: number, max: number, usual: number) => (
    <TextInput
      name={name}
      type="number"
      min={min}
      max={max}
      label={t(name)}
      defaultValue={String(area?.[name] ?? usual)}
      required
    />
  )
  return (
    <>
      <TextInput name="name.uk" label={t('name')} maxLength={80} defaultValue={area?.name.uk} required />
      <TextInput name="name.en" label={t('nameEn')} maxLength={80} defaultValue={area?.name.en} />
      <TextInput
        name="purpose.uk"
        label={t('purpose')}
        maxLength={300}
        defaultValue={area?.purpose.uk}
        required
      />
      <TextInput name="purpose.en" label={t('purposeEn')} maxLength={300} defaultValue={area?.purpose.en} />
      <PersonPicker
        name="ownerId"
        label={t('owner')}
        people={people}
        defaultValue={area?.owner.id}
        required
      />
      <PersonPicker
        name="backupId"
        label={t('backup')}
        people={people}
        defaultValue={area?.backup.id}
        required
      />
      {days('ackDays', 1, 14, 2)}
      {days('decideDays', 2, 90, 14)}
    </>
  )
}
