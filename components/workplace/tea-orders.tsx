import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'
import type { DRINKS } from '#domain/workplace'

type Round = {
  roundId: string
  room: Text
  plannedAt: string
  orders: { code: string; drink: (typeof DRINKS)[number]; sugar: number }[]
}

/** What to carry where, for whoever goes round with the tea. */
export function TeaOrders({ rounds, serve, locale }: { rounds: Round[]; serve: FormAction; locale: Locale }) {
  const words = useTranslations('workplace.tea')
  const format = useFormatter()
  if (!rounds.length) return <p className="text-soft">{words('noRounds')}</p>
  return rounds.map((round) => {
    const time = format.dateTime(new Date(round.plannedAt), {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    const title = words('roundTitle', { time, room: inLocale(round.room, locale) })
    return (
      <article key={round.roundId} className="mb-6 grid gap-2">
        <h3 className="font-semibold">{title}</h3>
        <ul className="rows">
          {round.orders.map((order) => (
            <li key={order.code + order.drink} className="row">
              <span className="w-16 font-semibold">{order.code}</span>
              <span>{words('line', { drink: words(`drinks.${order.drink}`), sugar: order.sugar })}</span>
            </li>
          ))}
        </ul>
        {!round.orders.length && <p className="text-soft">{words('noOrders')}</p>}
        <ActionForm action={serve} label={title}>
          <input type="hidden" name="roundId" value={round.roundId} />
          <PendingButton variant="quiet" size="small" className="justify-self-start">
            {words('serve')}
          </PendingButton>
        </ActionForm>
      </article>
    )
  })
}
