import { useTranslations } from 'next-intl'
import { Words } from '#components/layout/words'
import { AwayLine } from '#components/rotation/away-line'
import { ChangeSignal } from '#components/rotation/change-signal'
import type { DayBlock } from '#components/rotation/day-band'
import { DayBand } from '#components/rotation/day-band'
import { NowNext } from '#components/rotation/now-next'
import { TiredTap } from '#components/rotation/tired-tap'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { Notice } from '#components/ui/notice'
import { Section } from '#components/ui/section'
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
type Shift = { from: string; to: string; blocks: Block[]; absences: { from: string; to: string }[] }
type Props = {
  shift: Shift | null
  now: string
  /** An alarm is on: the clock of the day stands at its beginning. */
  alarm: boolean
  locale: Locale
  tired: FormAction
}

const isRunning = ({ from, to }: Shift, now: string) =>
  Date.parse(from) <= Date.parse(now) && Date.parse(now) < Date.parse(to)

/** What I do now, what comes then, and the whole day as a band. */
export function Today({ shift, now, alarm, locale, tired }: Props) {
  const t = useTranslations('home.today')
  const shown = (block: Block): DayBlock => {
    const { id, from, to, what, title, shortTitle, hue } = block
    if (what === 'pause' || what === 'meal') return { id, from, to, kind: 'break', title: t(what) }
    const name = title ? inLocale(title, locale) : t('task')
    return {
      id,
      from,
      to,
      kind: 'task',
      title: name,
      short: shortTitle ? inLocale(shortTitle, locale) : undefined,
      hue: hue ?? 0,
    }
  }
  const blocks = shift?.blocks.map(shown) ?? []
  return (
    <Section
      id="today"
      title={t('title')}
      action={
        <Link href="/rotation" className="link">
          {t('open')}
        </Link>
      }
    >
      {shift && <AwayLine absences={shift.absences} />}
      {shift && blocks.length > 0 ? (
        <div className="grid gap-4">
          {alarm && <Notice tone="warn">{t('alarm')}</Notice>}
          <NowNext blocks={blocks} now={now} />
          {/* In an alarm the clock stands, so nothing comes that could be announced. */}
          {!alarm && isRunning(shift, now) && (
            <Words namespaces={['rotation.browser.signal']}>
              <ChangeSignal changes={blocks.slice(1).map(({ from, title }) => ({ at: from, title }))} />
            </Words>
          )}
          <TiredTap blocks={shift.blocks} now={now} say={tired} />
          <DayBand label={t('band')} from={shift.from} to={shift.to} now={now} blocks={blocks} />
        </div>
      ) : (
        !shift?.absences.length && <p className="text-soft">{shift ? t('unplanned') : t('free')}</p>
      )}
    </Section>
  )
}
