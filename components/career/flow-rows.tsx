import { useTranslations } from 'next-intl'
import { asked, type Names } from '#components/career/wording'
import { KeyValues } from '#components/ui/key-values'
import { List, Row } from '#components/ui/list'
import { Section } from '#components/ui/section'
import type { Requirement } from '#domain/readiness'
import type { Text } from '#domain/text'
import { inLocale } from '#domain/text'

export type Flow = {
  moves: readonly { kind: string; from: Text; to: Text; count: number; median: number | null }[]
  dead: readonly { title: Text; ready: number }[]
  waiting: readonly { title: Text; slug: string; ready: number }[]
  bottlenecks: readonly { requirementId: string; only: number }[]
  filled: { openings: number; inside: number; late: number; median: number | null }
  regret: { moves: number; back: number }
  overrides: { accepted: number; notReady: number }
  leavers: { all: number; wished: number }
  wishes: readonly { kind: string; count: number }[]
  deciders: readonly { name: string; accepted: number; notReady: number }[] | null
  hoarding: readonly { name: string; cases: number }[] | null
}
type Props = { flow: Flow; requirements: readonly Requirement[]; names: Names }

/** How people really moved in twelve months, and what stands in the way. */
export function FlowRows({ flow, requirements, names }: Props) {
  const t = useTranslations('career')
  const text = (one: Text) => inLocale(one, names.locale)
  const { filled, regret, overrides, leavers } = flow
  const wish = (kind: string) => t(`path.kinds.${kind as 'grow'}`)
  const facts = [
    { label: t('flow.filled'), value: t('flow.share', { met: filled.inside, of: filled.openings }) },
    { label: t('flow.late'), value: t('flow.share', { met: filled.late, of: filled.openings }) },
    { label: t('flow.regret'), value: t('flow.share', { met: regret.back, of: regret.moves }) },
    {
      label: t('flow.overrides'),
      value: t('flow.share', { met: overrides.notReady, of: overrides.accepted }),
    },
    ...(filled.median === null ? [] : [{ label: t('flow.fillDays'), value: filled.median }]),
    { label: t('flow.leavers'), value: t('flow.share', { met: leavers.wished, of: leavers.all }) },
    ...flow.wishes.map(({ kind, count }) => ({ label: t('flow.wish', { wish: wish(kind) }), value: count })),
  ]
  return (
    <>
      <Section id="flow" title={t('flow.title')} note={t('flow.lead')}>
        {flow.moves.length === 0 && <p className="text-soft">{t('flow.noMoves')}</p>}
        <List label={t('flow.title')}>
          {flow.moves.map(({ kind, from, to, count, median }) => (
            <Row
              key={`${kind}/${from.uk}/${to.uk}`}
              icon="move"
              title={t('ladders.move', { from: text(from), to: text(to) })}
              note={
                median === null
                  ? t(`flow.kinds.${kind as 'up'}`)
                  : t('flow.days', { kind: t(`flow.kinds.${kind as 'up'}`), days: median })
              }
              end={<span className="tabular-nums">{count}</span>}
            />
          ))}
        </List>
      </Section>
      <Section id="facts" title={t('flow.facts')}>
        <KeyValues rows={facts} />
      </Section>
      <Listed
        title={t('flow.waiting')}
        id="waiting"
        rows={flow.waiting.map((one) => ({
          key: one.slug,
          title: text(one.title),
          note: t('flow.ready', { count: one.ready }),
        }))}
      />
      <Listed
        title={t('flow.dead')}
        id="dead"
        rows={flow.dead.map((one) => ({
          key: one.title.uk,
          title: text(one.title),
          note: t('flow.ready', { count: one.ready }),
        }))}
      />
      <Listed
        title={t('flow.bottlenecks')}
        id="bottlenecks"
        rows={flow.bottlenecks.flatMap(({ requirementId, only }) => {
          const requirement = requirements.find(({ id }) => id === requirementId)
          return requirement
            ? [
                {
                  key: requirementId,
                  title: asked(t, requirement, names),
                  note: t('flow.only', { position: names.title(requirement.positionId), count: only }),
                },
              ]
            : []
        })}
      />
      {flow.deciders && (
        <Listed
          title={t('flow.deciders')}
          id="deciders"
          rows={flow.deciders.map(({ name, accepted, notReady }) => ({
            key: name,
            title: name,
            note: t('flow.share', { met: notReady, of: accepted }),
          }))}
        />
      )}
      {flow.hoarding && (
        <Listed
          title={t('flow.hoarding')}
          id="hoarding"
          rows={flow.hoarding.map(({ name, cases }) => ({
            key: name,
            title: name,
            note: t('flow.cases', { count: cases }),
          }))}
        />
      )}
    </>
  )
}

type Line = { key: string; title: string; note: string }

function Listed({ id, title, rows }: { id: string; title: string; rows: readonly Line[] }) {
  const t = useTranslations('career.flow')
  return (
    <Section id={id} title={title}>
      {rows.length === 0 && <p className="text-soft">{t('none')}</p>}
      <List label={title}>
        {rows.map(({ key, ...row }) => (
          <Row key={key} {...row} />
        ))}
      </List>
    </Section>
  )
}
