import { useFormatter, useTranslations } from 'next-intl'
import { clockOf } from '#components/rotation/wording'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { List, Row } from '#components/ui/list'
import { PendingButton } from '#components/ui/pending-button'
import { TextInput } from '#components/ui/text-input'
import { inLocale, type Locale, type Text } from '#domain/text'

type Block = { from: number; to: number; what: 'task' | 'pause' | 'meal'; title: Text | null }
type Found = {
  shiftId: string
  timeZone: string
  now: number
  blocks: Block[]
  takers: { personId: string; name: string; gives: Block[] }[]
}
type Stretch = { from: string; to: string }

/** What of a shift to give: a block that is still ahead, or all of it. */
export function SwapChoice({ found, locale }: { found: Found; locale: Locale }) {
  const words = useTranslations('rotation')
  const clock = clockOf(useFormatter(), found.timeZone)
  const ahead = found.blocks.filter((block) => block.from > found.now)
  const iso = (at: number) => encodeURIComponent(new Date(at).toISOString())
  return (
    <List label={words('swaps.chooseTitle')}>
      {ahead.map((block) => (
        <Row
          key={block.from}
          href={`/rotation/swaps/new?shiftId=${found.shiftId}&from=${iso(block.from)}&to=${iso(block.to)}`}
          icon={block.what === 'task' ? 'headset' : 'break'}
          title={block.title ? inLocale(block.title, locale) : words(`what.${block.what}`)}
          note={words('span', { from: clock(block.from), to: clock(block.to) })}
        />
      ))}
    </List>
  )
}

type Props = { found: Found; stretch?: Stretch; locale: Locale; offer: FormAction }

/** Who could take it within the rules, and what would come back; whom to ask. */
export function OfferForm({ found, stretch, locale, offer }: Props) {
  const words = useTranslations('rotation')
  const clock = clockOf(useFormatter(), found.timeZone)
  const given = (blocks: Block[]) =>
    blocks
      .map(({ from, to, what, title }) =>
        words('pieceLine', {
          from: clock(from),
          to: clock(to),
          title: title ? inLocale(title, locale) : words(`what.${what}`),
        }),
      )
      .join(', ')
  return (
    <ActionForm action={offer} label={words('swaps.ask')} className="grid max-w-xl gap-4">
      <input type="hidden" name="shiftId" value={found.shiftId} />
      {stretch && (
        <>
          <input type="hidden" name="from" value={stretch.from} />
          <input type="hidden" name="to" value={stretch.to} />
        </>
      )}
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-semibold">{words('swaps.whom')}</legend>
        {found.takers.map((taker) => (
          <label key={taker.personId} className="choice">
            <input type="checkbox" name="personIds" value={taker.personId} />
            <span>
              {taker.name}
              {taker.gives.length > 0 && (
                <span className="block text-small text-soft">
                  {words('swaps.gives', { blocks: given(taker.gives) })}
                </span>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      <TextInput name="note" label={words('swaps.noteLabel')} maxLength={300} />
      <PendingButton icon="handshake" className="justify-self-start">
        {words('swaps.ask')}
      </PendingButton>
    </ActionForm>
  )
}
