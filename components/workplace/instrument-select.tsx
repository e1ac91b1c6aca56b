import { useFormatter, useTranslations } from 'next-intl'
import { Select } from '#components/ui/select'

export type RoundInstrument = {
  id: string
  kind: string
  name: string
  calibratedUntil: string | null
  /** As the server's day said when it was read. */
  over?: boolean
}
type Props = { name: string; instruments: readonly RoundInstrument[]; chosen?: string }

/** With what a number was measured, and until when that is calibrated; nothing where there is no choice. */
export function InstrumentSelect({ name, instruments, chosen }: Props) {
  const words = useTranslations('workplace.round')
  const format = useFormatter()
  if (!instruments.length) return null
  const named = ({ name: called, calibratedUntil: until, over }: RoundInstrument) => {
    if (!until) return called
    const date = format.dateTime(new Date(until), { dateStyle: 'short' })
    return words(over ? 'calibrationOver' : 'calibrated', { name: called, until: date })
  }
  return (
    <Select
      name={name}
      label={words('instrument')}
      options={instruments.map((one) => ({ value: one.id, label: named(one) }))}
      defaultValue={chosen}
      placeholder={words('noInstrument')}
    />
  )
}
