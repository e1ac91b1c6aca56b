import { useTranslations } from 'next-intl'
import { BilingualInput } from '#components/ui/bilingual-input'
import { PersonPicker } from '#components/ui/person-picker'
import { TextInput } from '#components/ui/text-input'
import type { Text } from '#domain/text'

/** As the form asks for it: on the wall clock of the site. */
export type SessionFacts = {
  date?: string
  time?: string
  minutes: number
  seats: number
  least: number
  place?: Text
  trainerId?: string | null
}
type Props = { session: SessionFacts; earliest?: string; trainers: { id: string; name: string }[] }

/** When, how long, for how many, where and by whom: of a session to be planned or to be changed, in the cells of a grid. */
export function SessionFields({ session, earliest, trainers }: Props) {
  const t = useTranslations('training.centre')
  const { date, time, minutes, seats, least, place, trainerId } = session
  return (
    <>
      <TextInput name="date" type="date" label={t('date')} min={earliest} defaultValue={date} required />
      <TextInput
        name="time"
        type="time"
        label={t('time')}
        hint={t('timeHint')}
        defaultValue={time}
        required
      />
      <TextInput
        name="minutes"
        type="number"
        label={t('minutes')}
        min={15}
        max={20160}
        defaultValue={String(minutes)}
        required
      />
      <TextInput
        name="seats"
        type="number"
        label={t('seats')}
        min={1}
        max={500}
        defaultValue={String(seats)}
        required
      />
      <TextInput
        name="least"
        type="number"
        label={t('least')}
        hint={t('leastHint')}
        min={1}
        max={500}
        defaultValue={String(least)}
      />
      <PersonPicker
        name="trainerId"
        label={t('trainer')}
        people={trainers}
        defaultValue={trainerId ?? undefined}
      />
      <BilingualInput
        name="place"
        labels={{ uk: t('place'), en: t('placeEn') }}
        value={place}
        maxLength={100}
        required
      />
    </>
  )
}
