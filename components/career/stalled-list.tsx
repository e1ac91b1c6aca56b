import { useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/link-button'
import { List } from '#components/ui/list'
import { Status } from '#components/ui/status'
import type { StalledKind, Whose } from '#domain/stalled'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

export type Case = {
  kind: StalledKind
  person: { id: string; name: string }
  whose: Whose
  mine: boolean
  days: number
  thing: string
  slug: string | null
  title: Text | null
}

/** Where the next move is made. */
const hrefOf = ({ kind, person, thing, slug }: Case): string => {
  if (kind === 'application-late' || kind === 'refusal-without-talk' || kind === 'release-slipped')
    return `/career/openings/${thing}`
  if (kind === 'training-unanswered' || kind === 'waiting-for-seat' || kind === 'certificate-ending')
    return `/training/${slug ?? ''}`
  if (kind === 'ready-without-seat') return '/career/openings'
  const levels = kind === 'learned-not-assessed' || kind === 'assessment-unanswered'
  return `/career/team/${person.id}${levels ? '#levels' : '#plans'}`
}

/** What stands still: who, what, how long, whose move, and the button that goes there. */
export function StalledList({
  cases,
  locale,
  label,
}: {
  cases: readonly Case[]
  locale: Locale
  label: string
}) {
  const t = useTranslations('career.stalled')
  return (
    <List label={label}>
      {cases.map((one) => {
        const what = t(`kinds.${one.kind}`, {
          title: one.title ? inLocale(one.title, locale) : '',
          about: one.title ? 'something' : 'none',
        })
        return (
          <li key={`${one.kind}/${one.thing}/${one.person.id}`} className="row items-start!">
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{one.person.name}</span>
              <span className="block">{what}</span>
              <span className="mt-1 flex flex-wrap items-center gap-x-3 text-small text-soft">
                <Status tone={one.mine ? 'accent' : 'neutral'} icon={one.mine ? 'hand' : 'hourglass'}>
                  {one.mine ? t('yourMove') : t(`whose.${one.whose}`)}
                </Status>
                {one.days > 0 && t('days', { days: one.days })}
              </span>
            </span>
            <LinkButton href={hrefOf(one)} variant={one.mine ? 'primary' : 'quiet'} size="small">
              {t(`do.${one.kind}`)}
              <span className="sr-only">: {one.person.name}</span>
            </LinkButton>
          </li>
        )
      })}
    </List>
  )
}
