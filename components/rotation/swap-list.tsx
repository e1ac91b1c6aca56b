import { useFormatter, useTranslations } from 'next-intl'
import { clockOf } from '#components/rotation/wording'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Status, type Tone } from '#components/ui/status'
import { TextInput } from '#components/ui/text-input'
import { inLocale, type Locale } from '#domain/text'
import type { SwapItem } from '#server/rotation/swap-queries'

type Acts = Record<'answer' | 'decide' | 'withdraw', FormAction>
type Props = { swaps: SwapItem[]; mayDecide: boolean; locale: Locale; acts: Acts }

const TONES: Record<SwapItem['status'], Tone> = {
  open: 'accent',
  agreed: 'warn',
  applied: 'good',
  refused: 'neutral',
  withdrawn: 'neutral',
  impossible: 'bad',
  changed: 'neutral',
}

/** Swaps as cards: what, when, with whom, how it stands, and what the reader may do. */
export function SwapList({ swaps, ...rest }: Props) {
  return (
    <ul className="grid gap-4">
      {swaps.map((swap) => (
        <li key={swap.id} className="card grid gap-3">
          <SwapFacts swap={swap} locale={rest.locale} />
          <SwapActs swap={swap} {...rest} />
        </li>
      ))}
    </ul>
  )
}

function SwapFacts({ swap, locale }: { swap: SwapItem; locale: Locale }) {
  const words = useTranslations('rotation.swaps')
  const format = useFormatter()
  const clock = clockOf(format, swap.timeZone)
  const day = format.dateTime(new Date(`${swap.onDate}T12:00:00Z`), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  const said = swap.asks.filter(({ answer }) => answer === 'no').map(({ name }) => name)
  const waiting = swap.asks.filter(({ answer }) => answer === null).map(({ name }) => name)
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <strong>{words(`kind.${swap.kind}`, { day, from: clock(swap.from), to: clock(swap.to) })}</strong>
        <Status tone={TONES[swap.status]}>{words(`status.${swap.status}`)}</Status>
      </p>
      <p>
        {swap.takenBy
          ? words('between', { from: swap.offeredBy, to: swap.takenBy })
          : words('offeredBy', { name: swap.offeredBy })}
      </p>
      {swap.tasks.length > 0 && (
        <p className="text-soft">
          {words('tasks', { tasks: format.list(swap.tasks.map((title) => inLocale(title, locale))) })}
        </p>
      )}
      {swap.note && <p>{words('note', { note: swap.note })}</p>}
      {swap.reason && <p>{words('reason', { reason: swap.reason })}</p>}
      {waiting.length > 0 && swap.status === 'open' && (
        <p className="text-small text-soft">{words('waiting', { people: format.list(waiting) })}</p>
      )}
      {said.length > 0 && (
        <p className="text-small text-soft">{words('declined', { people: format.list(said) })}</p>
      )}
    </div>
  )
}

function SwapActs({ swap, mayDecide, acts }: Omit<Props, 'swaps'> & { swap: SwapItem }) {
  const words = useTranslations('rotation.swaps')
  const id = <input type="hidden" name="swapId" value={swap.id} />
  const press = (name: string, value: string, label: string, variant: 'primary' | 'quiet' = 'primary') => (
    <PendingButton name={name} value={value} variant={variant} size="small">
      {label}
    </PendingButton>
  )
  if (swap.side === 'mine' && (swap.status === 'open' || swap.status === 'agreed'))
    return (
      <ActionForm action={acts.withdraw} label={words('withdraw')} className="grid gap-2">
        {id}
        <PendingButton variant="plain" size="small" className="justify-self-start">
          {words('withdraw')}
        </PendingButton>
      </ActionForm>
    )
  if (swap.side === 'asked' && swap.status === 'open' && !swap.myAnswer)
    return (
      <ActionForm action={acts.answer} label={words('answer')} className="flex flex-wrap gap-2">
        {id}
        {press('answer', 'yes', words('yes'))}
        {press('answer', 'no', words('no'), 'quiet')}
      </ActionForm>
    )
  if (swap.side === 'led' && swap.status === 'agreed' && mayDecide)
    return (
      <div className="grid gap-2">
        <ActionForm action={acts.decide} label={words('approve')} className="grid gap-2">
          {id}
          <input type="hidden" name="decision" value="approve" />
          <PendingButton size="small" className="justify-self-start">
            {words('approve')}
          </PendingButton>
        </ActionForm>
        <Disclosure summary={words('refuse')}>
          <ActionForm action={acts.decide} label={words('refuse')} className="grid max-w-md gap-3">
            {id}
            <input type="hidden" name="decision" value="refuse" />
            <TextInput name="reason" label={words('whyNot')} maxLength={300} required />
            <PendingButton variant="quiet" size="small" className="justify-self-start">
              {words('refuse')}
            </PendingButton>
          </ActionForm>
        </Disclosure>
      </div>
    )
  return null
}
