import { useFormatter, useTranslations } from 'next-intl'
import { HoleList } from '#components/career/hole-list'
import { type Increment, Increments, type Teaching } from '#components/career/increments'
import type { Names } from '#components/career/wording'
import { EmptyState } from '#components/ui/empty-state'
import { Link } from '#components/ui/link'
import { List, Row } from '#components/ui/list'
import { Meter } from '#components/ui/meter'
import { Notice } from '#components/ui/notice'
import { Section } from '#components/ui/section'
import type { Hole } from '#domain/holes'
import type { StalledKind, Whose } from '#domain/stalled'
import type { Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Group = {
  by: 'team' | 'site' | 'shift'
  id: string
  name: Text | null
  shift: 'morning' | 'day' | 'evening' | 'office' | null
  of: number
  met: number
}

/** Who knows their next step, by team, shift and site; the lowest is named first, an average would hide it. */
export function InformedRows({
  groups,
  names,
  hrefOf,
}: {
  groups: readonly Group[]
  names: Names
  /** Where the names behind a group stand; without it there are counts alone. */
  hrefOf?: (by: Group['by'], id: string) => string | undefined
}) {
  const t = useTranslations('career.board')
  const format = useFormatter()
  const named = ({ by, name, shift }: Group) => {
    if (name) return inLocale(name, names.locale)
    return by === 'team' ? t('noTeam') : t(`shifts.${shift ?? 'office'}`)
  }
  const behind = (by: Group['by'], group: Group) => {
    const href = hrefOf?.(by, group.id)
    if (!href) return null
    return (
      <Link href={href} className="link inline-block py-1 text-small">
        {t('people')}
        <span className="sr-only">: {named(group)}</span>
      </Link>
    )
  }
  const lowest = groups.find(({ by }) => by === 'team')
  return (
    <Section id="rows" title={t('names.informed')} note={t('notes.informed')}>
      {lowest && lowest.met < lowest.of && (
        <Notice tone="warn">{t('lowest', { name: named(lowest), met: lowest.met, of: lowest.of })}</Notice>
      )}
      {(['team', 'shift', 'site'] as const).map((by) => (
        <div key={by} className="mt-6 grid gap-3">
          <h3 className="section-title">{t(`by.${by}`)}</h3>
          {groups
            .filter((group) => group.by === by)
            .map((group) => (
              <div key={group.id}>
                <Meter
                  label={named(group)}
                  value={group.met}
                  max={group.of}
                  text={t('of', {
                    met: group.met,
                    of: group.of,
                    share: format.number(group.met / group.of, { style: 'percent' }),
                  })}
                />
                {behind(by, group)}
              </div>
            ))}
        </div>
      ))}
    </Section>
  )
}

type Override = { reason: string; askedBy: string; approvedBy: string } | null

/** What nobody can learn now, and every step of the ladder behind the number. */
export function MatchedRows({
  matched,
  names,
}: {
  matched: {
    holes: readonly Hole[]
    override: Override
    increments: readonly Increment[]
    positions: readonly { id: string }[]
    trainings: readonly Teaching[]
  }
  names: Names
}) {
  const { holes, override } = matched
  const t = useTranslations('career')
  return (
    <Section id="rows" title={t('board.names.matched')} note={t('board.notes.matched')}>
      {override && (
        <Notice tone="warn">
          {t('override.visible', {
            asked: override.askedBy,
            approved: override.approvedBy,
            reason: override.reason,
          })}
        </Notice>
      )}
      {holes.length === 0 && <EmptyState icon="done" title={t('board.noHoles')} />}
      {holes.length > 0 && <HoleList label={t('board.names.matched')} holes={holes} names={names} />}
      <h3 className="section-title mt-8">{t('board.allSteps')}</h3>
      <Increments {...matched} names={names} />
    </Section>
  )
}

type Kind = { kind: StalledKind; whose: Whose; count: number; beside: number; median: number }

/** What stands still, by kind and by whose move it is; functions, never names. */
export function WorksRows({
  kinds,
  paused,
  hrefOf,
}: {
  kinds: readonly Kind[]
  paused: number
  /** Where the names behind a kind stand, for whoever leads some of these people. */
  hrefOf?: (kind: StalledKind) => string
}) {
  const t = useTranslations('career')
  return (
    <Section id="rows" title={t('board.names.works')} note={t('board.notes.works')}>
      {paused > 0 && <p className="mb-4 text-soft">{t('board.paused', { count: paused })}</p>}
      {kinds.length === 0 && <EmptyState icon="done" title={t('stalled.none')} />}
      <List label={t('board.names.works')}>
        {kinds.map(({ kind, whose, count, beside, median }) => (
          <Row
            key={`${kind}/${whose}`}
            href={hrefOf?.(kind)}
            title={t(`board.kinds.${kind}`)}
            note={[
              t('board.waits', { whose: t(`stalled.whose.${whose}`), days: median }),
              beside > 0 && t('board.beside', { count: beside }),
            ]
              .filter(Boolean)
              .join(' · ')}
            end={<span className="tabular-nums">{count}</span>}
          />
        ))}
      </List>
    </Section>
  )
}
