import { useTranslations } from 'next-intl'
import { HoleList } from '#components/career/hole-list'
import { asked, type CareerWords, type Names } from '#components/career/wording'
import { List, Row } from '#components/ui/list'
import { Section } from '#components/ui/section'
import type { Hole } from '#domain/holes'
import type { LadderDifference as Difference } from '#domain/ladder-diff'
import { inLocale } from '#domain/text'

type Line = { key: string; title: string; note: string }

type RungChange = Difference['rungs'][number]

/** None is a number that nobody has given yet, as in the ladder that comes with the portal. */
const seatsSaid = (t: CareerWords, before: number, after: number): string => {
  if (before === after) return ''
  if (before === 0) return t('ladders.seatsGiven', { after })
  return after === 0 ? t('ladders.seatsOpen', { before }) : t('ladders.seatsChanged', { before, after })
}

/** Everything that became otherwise with one position. */
const changesOfRung = (t: CareerWords, { before, after }: RungChange, names: Names): string[] => {
  if (!(before && after)) return [after ? t('ladders.positionAdded') : t('ladders.positionRemoved')]
  const aside = t('ladders.aside')
  const [was, is] = [inLocale(before.title, names.locale), inLocale(after.title, names.locale)]
  const said = [inLocale(before.purpose, names.locale), inLocale(after.purpose, names.locale)]
  const isReworded =
    JSON.stringify([before.title, before.purpose]) !== JSON.stringify([after.title, after.purpose])
  const spoken = was !== is || said[0] !== said[1]
  return [
    seatsSaid(t, before.seats, after.seats),
    before.rung === after.rung
      ? ''
      : t('ladders.heightChanged', {
          before: String(before.rung ?? aside),
          after: String(after.rung ?? aside),
        }),
    was === is ? '' : t('ladders.renamed', { before: was, after: is }),
    said[0] === said[1] ? '' : t('ladders.repurposed', { before: said[0] ?? '', after: said[1] ?? '' }),
    isReworded && !spoken ? t('ladders.rewordedElsewhere') : '',
  ].filter(Boolean)
}

const linesOf = (t: CareerWords, difference: Difference, names: Names): Line[] => [
  ...difference.rungs.map((change): Line => {
    const rung = change.after ?? change.before
    const title = rung ? inLocale(rung.title, names.locale) : ''
    return { key: `rung/${rung?.positionId}`, title, note: changesOfRung(t, change, names).join(' ') }
  }),
  ...difference.moves.map(({ before, after }): Line => {
    const move = after ?? before
    const ends = { from: names.title(move?.fromId ?? null), to: names.title(move?.toId ?? null) }
    const note = after ? t('ladders.moveCame', ends) : t('ladders.moveWent', ends)
    return { key: `move/${move?.fromId}/${move?.toId}`, title: ends.from, note }
  }),
  ...difference.requirements.map(({ before, after }): Line => {
    const title = names.title((after ?? before)?.positionId ?? null)
    const phrase = (requirement: NonNullable<typeof before>) =>
      `${asked(t, requirement, names)} (${requirement.hard ? t('hard') : t('soft')})`
    const was = before && after && t('changes.was', { what: phrase(before) })
    const is = before && after && t('changes.is', { what: phrase(after) })
    const added = after && t('changes.added', { what: phrase(after) })
    const removed = before && t('changes.removed', { what: phrase(before) })
    return {
      key: (after ?? before)?.id ?? '',
      title,
      note: was && is ? `${was}. ${is}.` : (added ?? removed ?? ''),
    }
  }),
]

/** What a version says otherwise than another, line by line. */
export function LadderDifference({
  difference,
  number,
  names,
}: {
  /** Null where there is nothing to compare with. */
  difference: Difference | null
  number: number
  names: Names
}) {
  const t = useTranslations('career')
  if (!difference) return null
  const lines = linesOf(t, difference, names)
  return (
    <Section id="difference" title={t('ladders.difference', { number })}>
      {lines.length === 0 && <p className="text-soft">{t('ladders.same')}</p>}
      {lines.length > 0 && (
        <List label={t('ladders.difference', { number })}>
          {lines.map(({ key, title, note }) => (
            <Row key={key} title={title} note={note} />
          ))}
        </List>
      )}
    </Section>
  )
}

/** What nobody could learn for it now, and why it cannot be published so. */
export function LadderHoles({ holes, names }: { holes: readonly Hole[]; names: Names }) {
  const t = useTranslations('career')
  if (!holes.length) return null
  return (
    <Section id="holes" title={t('ladders.holes')} note={t('ladders.holesLead')}>
      <HoleList label={t('ladders.holes')} holes={holes} names={names} />
    </Section>
  )
}
