import { useTranslations } from 'next-intl'
import { Words } from '#components/layout/words'
import { AwayLine } from '#components/rotation/away-line'
import { ChangeSignal } from '#components/rotation/change-signal'
import type { DayBlock } from '#components/rotation/day-band'
import { DayBand } from '#components/rotation/day-band'
import { NowNext } from '#components/rotation/now-next'
import { TiredTap } from '#components/rotation/tired-tap'
import type { FormAction } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Block = {
  id: string
  from: string
  to: string
  what: 'task' | 'pause' | 'meal' | 'learning'
  title: Text | null
  shortTitle: Text | null
  hue: number | null
  tired: number | null
}
export type OwnShift = {
  id: string
  from: string
  to: string
  blocks: Block[]
  absences: { from: string; to: string }[]
}

type Props = {
  shift: OwnShift
  now: string
  /** In an alarm the clock stands, so nothing comes that could be announced. */
  alarm: boolean
  locale: Locale
  tired: FormAction
}

/** A shift with its blocks as the band shows them; now and next where the moment lies in it. */
export function MyShift({ shift, now, alarm, locale, tired }: Props) {
  const words = useTranslations('rotation')
  const home = useTranslations('home.today')
  const titleOf = ({ what, title }: Block): string => {
    const said = title && inLocale(title, locale)
    if (what === 'learning' && said) return words('learning', { title: said })
    return said ?? words(`what.${what}`)
  }
  const blocks = shift.blocks.map(
    (block): DayBlock => ({
      id: block.id,
      from: block.from,
      to: block.to,
      kind: block.what === 'task' || block.what === 'learning' ? 'task' : 'break',
      title: titleOf(block),
      short: block.shortTitle ? inLocale(block.shortTitle, locale) : undefined,
      hue: block.hue ?? undefined,
    }),
  )
  const moment = Date.parse(now)
  const running = Date.parse(shift.from) <= moment && moment < Date.parse(shift.to)
  const away = <AwayLine absences={shift.absences} />
  if (!blocks.length) return shift.absences.length ? away : <p className="text-soft">{words('notPlanned')}</p>
  return (
    <div className="grid gap-4">
      {away}
      {running && (
        <>
          {alarm && <Notice tone="warn">{home('alarm')}</Notice>}
          <NowNext blocks={blocks} now={now} />
          <Words namespaces={['rotation.browser', 'ui.browser']}>
            {!alarm && (
              <ChangeSignal changes={blocks.slice(1).map(({ from, title }) => ({ at: from, title }))} />
            )}
            <TiredTap blocks={shift.blocks} now={now} say={tired} />
          </Words>
        </>
      )}
      <DayBand label={words('dayBand')} from={shift.from} to={shift.to} now={now} blocks={blocks} />
    </div>
  )
}
