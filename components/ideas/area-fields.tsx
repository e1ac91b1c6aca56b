import { useTranslations } from 'next-intl'
import type { Area } from '#components/ideas/area-list'
import { BilingualInput } from '#components/ui/bilingual-input'
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
      <BilingualInput
        name="name"
        labels={{ uk: t('name'), en: t('nameEn') }}
        value={area?.name}
        maxLength={80}
        required
      />
      <BilingualInput
        name="purpose"
        labels={{ uk: t('purpose'), en: t('purposeEn') }}
        value={area?.purpose}
        maxLength={300}
        required
      />
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
