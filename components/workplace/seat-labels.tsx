import { useTranslations } from 'next-intl'
import { QrCode } from '#components/ui/qr-code'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Label = { id: string; code: string; room: Text }

/** A sheet to be printed and cut: a code of each seat that opens its page on a phone. */
export function SeatLabels({ seats, origin, locale }: { seats: Label[]; origin: string; locale: Locale }) {
  const words = useTranslations('workplace')
  return (
    <ul className="label-sheet">
      {seats.map((seat) => (
        <li key={seat.id} className="label">
          <QrCode
            address={`${origin}/workplace/seats/${seat.id}`}
            label={words('seatPage.qr', { code: seat.code })}
            className="w-24"
          />
          <span>
            <span className="block font-semibold">{words('seat.title', { code: seat.code })}</span>
            <span className="block text-small">{inLocale(seat.room, locale)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
