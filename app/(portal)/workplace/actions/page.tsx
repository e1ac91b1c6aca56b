import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { EmptyState } from '#components/ui/empty-state'
import { LinkTabs } from '#components/ui/link-tabs'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import type { ListedAction } from '#components/workplace/action-list'
import { ActionList } from '#components/workplace/action-list'
import { WorkplaceTabs } from '#components/workplace/workplace-tabs'
import type { Actor } from '#domain/access'
import { can, mayEver } from '#domain/access'
import type { Locale } from '#domain/text'
import { ACTION_STATES } from '#domain/workplace'
import type { ActionRow } from '#server/workplace/action-queries'
import { boardActions, listActions, listMenders } from '#server/workplace/action-queries'
import { acceptRiskAction, assignActionAction, closeActionAction, verifyActionAction } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('workplace')
  return { title: t('actionsTitle') }
}

const doors = {
  close: closeActionAction,
  verify: verifyActionAction,
  assign: assignActionAction,
  accept: acceptRiskAction,
}

const mayOf = (actor: Actor, row: ActionRow): ListedAction['may'] => {
  const place = { teamId: row.teamId, siteId: row.siteId }
  const open = row.status === 'open' || row.status === 'in-progress'
  const mends = row.assigneeId === actor.personId
  return {
    close: open && can(actor, 'workplace.closeAction', { ...place, people: [row.assigneeId] }),
    verify:
      row.status === 'done' && row.doneById !== actor.personId && can(actor, 'workplace.verifyAction', place),
    assign: open && can(actor, 'workplace.assignAction', place),
    accept: open && row.closed && !mends && can(actor, 'workplace.acceptRisk', place),
  }
}

type State = (typeof ACTION_STATES)[number]

const withForms = async (actor: Actor, items: readonly ActionRow[]): Promise<ListedAction[]> => {
  const rows = items.map((row) => ({ ...row, may: mayOf(actor, row) }))
  const siteIds = [...new Set(rows.filter(({ may }) => may.assign).map(({ siteId }) => siteId))]
  const menders = siteIds.length ? (await listMenders(actor, { siteIds })).items : []
  return rows.map((row) => ({ ...row, menders: menders.filter(({ siteId }) => siteId === row.siteId) }))
}

const load = async (actor: Actor, state: State, cursor?: string) => {
  const { items, next } = await listActions(actor, { state, cursor })
  return { rows: await withForms(actor, items), next }
}

const stateOf = (status: ActionRow['status']): State => {
  if (status === 'done') return 'done'
  return status === 'open' || status === 'in-progress' ? 'open' : 'closed'
}

export default async function ActionsPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('workplace'),
  ])
  const filter = pageQuery(given, ['state', 'cursor', 'view'])
  const isBoard = filter.known.view === 'board'
  const state = ACTION_STATES.find((one) => one === filter.known.state) ?? 'open'
  const views = [
    { href: '/workplace/actions', label: t('viewList'), current: !isBoard },
    { href: '/workplace/actions?view=board', label: t('viewBoard'), current: isBoard },
  ]
  return (
    <>
      <PageHeader title={t('actionsTitle')} lead={t('actionsLead')} />
      <WorkplaceTabs current="actions" sensors={mayEver(actor, 'workplace.sensors')} />
      <div className="mb-4">
        <LinkTabs label={t('viewLabel')} tabs={views} />
      </div>
      {isBoard ? <Board actor={actor} locale={locale} /> : <Listed {...{ actor, locale, state, filter }} />}
    </>
  )
}

type ListedProps = {
  actor: Actor
  locale: Locale
  state: State
  filter: ReturnType<typeof pageQuery<'state' | 'cursor' | 'view'>>
}

async function Listed({ actor, locale, state, filter }: ListedProps) {
  const [t, { rows, next }] = await Promise.all([
    getTranslations('workplace'),
    load(actor, state, filter.known.cursor),
  ])
  return (
    <>
      <LinkTabs
        label={t('statesLabel')}
        tabs={ACTION_STATES.map((one) => ({
          href: `/workplace/actions?state=${one}`,
          label: t(`states.${one}`),
          current: one === state,
        }))}
      />
      {rows.length ? (
        <ActionList actions={rows} locale={locale} label={t('actionsTitle')} doors={doors} />
      ) : (
        <EmptyState icon="wrench" title={t(`noActions.${state}`)} lead={t('noActionsLead')} />
      )}
      <LoadMore href={next && filter.with({ cursor: next })} />
    </>
  )
}

async function Board({ actor, locale }: { actor: Actor; locale: Locale }) {
  const t = await getTranslations('workplace')
  const all = await withForms(actor, (await boardActions(actor, {})).items)
  const lists = ACTION_STATES.map((state) => ({
    state,
    rows: all.filter(({ status }) => stateOf(status as ActionRow['status']) === state),
  }))
  return (
    <div className="grid gap-6 lg:grid-cols-3">
      {lists.map(({ state, rows }) => (
        <section key={state} aria-labelledby={`board-${state}`} className="min-w-0">
          <h2 id={`board-${state}`} className="section-title">
            {t(`states.${state}`)}
          </h2>
          {rows.length ? (
            <ActionList actions={rows} locale={locale} label={t(`states.${state}`)} doors={doors} />
          ) : (
            <p className="text-soft">{t('boardEmpty')}</p>
          )}
        </section>
      ))}
    </div>
  )
}
