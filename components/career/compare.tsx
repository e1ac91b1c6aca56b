import { useFormatter, useTranslations } from 'next-intl'
import { asked, type Names } from '#components/career/wording'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import { Table } from '#components/ui/table'
import { requirementKey } from '#domain/ladder-diff'
import type { Check } from '#domain/readiness'

type Side = { title: string; met: number; asked: number; checks: readonly Check[] }
type Line = { key: string; name: string; sides: (Check | undefined)[] }

const TONES = { true: 'good', false: 'warn', null: 'neutral' } as const

/** What a thing asks is the same for two positions where only the position differs. */
const thingOf = ({ requirement }: Check) => requirementKey({ ...requirement, positionId: '' })

/** Two targets side by side: what each asks of the same thing, and what of it is there. */
export function Compare({ sides, names }: { sides: readonly [Side, Side]; names: Names }) {
  const t = useTranslations('career')
  const format = useFormatter()
  const share = (side: Side) =>
    t('share', { share: format.number(side.asked ? side.met / side.asked : 1, { style: 'percent' }) })
  const things = [...new Set(sides.flatMap(({ checks }) => checks.map(thingOf)))]
  const lines = things.map((key): Line => {
    const found = sides.map(({ checks }) => checks.find((check) => thingOf(check) === key))
    const { requirement } = (found[0] ?? found[1]) as Check
    const title = names.title(requirement.competenceId ?? requirement.trainingId)
    return { key, name: title || asked(t, requirement, names), sides: found }
  })
  const wordOf = ({ requirement, met }: Check) => {
    if (met !== null) return met ? t('compare.met') : t('compare.missing')
    return requirement.kind === 'approval' ? t('has.atMove') : t('has.fewContacts')
  }
  const cell = (check: Check | undefined) => {
    if (!check) return t('compare.notAsked')
    const { requirement, met } = check
    const level = requirement.level ? t('compare.level', { level: String(requirement.level) }) : ''
    const threshold = requirement.threshold ? format.number(requirement.threshold) : ''
    return (
      <span className="flex flex-wrap items-center gap-x-3">
        {level || threshold}
        <Status tone={TONES[`${met}`]}>{wordOf(check)}</Status>
      </span>
    )
  }
  return (
    <Section id="compare" title={t('compare.title')}>
      <Table<Line>
        caption={t('compare.title')}
        rowKey={({ key }) => key}
        rows={lines}
        columns={[
          { key: 'name', title: t('compare.thing'), cell: ({ name }) => name },
          ...sides.map((side, index) => ({
            key: `${index}`,
            title: `${side.title}. ${share(side)}`,
            cell: (line: Line) => cell(line.sides[index]),
          })),
        ]}
      />
    </Section>
  )
}
