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
import { can } from '#domain/access'
import { ACTION_STATES } from '#domain/workplace'
import type { ActionRow } from '#server/workplace/action-queries'
import { listActions } from '#server/workplace/action-queries'
import { closeActionAction, verifyActionAction } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('workplace')
  return { title: t('actionsTitle') }
}

const mayOf = (actor: Actor, row: ActionRow): ListedAction['may'] => {
  const place = { teamId: row.teamId, siteId: row.siteId }
  const open = row.status === 'open' || row.status === 'in-progress'
  if (open && can(actor, 'workplace.closeAction', { ...place, people: [row.assigneeId] })) return 'close'
  const second = row.status === 'done' && row.doneById !== actor.personId
  return second && can(actor, 'workplace.verifyAction', place) ? 'verify' : null
}

export default async function ActionsPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('workplace'),
  ])
  const filter = pageQuery(given, ['state', 'cursor'])
  const state = ACTION_STATES.find((one) => one === filter.known.state) ?? 'open'
  const actions = await listActions(actor, { state, cursor: filter.known.cursor })
  const rows = actions.items.map((row) => ({ ...row, may: mayOf(actor, row) }))
  return (
    <>
      <PageHeader title={t('actionsTitle')} lead={t('actionsLead')} />
      <WorkplaceTabs current="actions" />
      <LinkTabs
        label={t('statesLabel')}
        tabs={ACTION_STATES.map((one) => ({
          href: `/workplace/actions?state=${one}`,
          label: t(`states.${one}`),
          current: one === state,
        }))}
      />
      {rows.length ? (
        <ActionList actions={rows} locale={locale} close={closeActionAction} verify={verifyActionAction} />
      ) : (
        <EmptyState icon="wrench" title={t(`noActions.${state}`)} lead={t('noActionsLead')} />
      )}
      <LoadMore href={actions.next && filter.with({ cursor: actions.next })} />
    </>
  )
}
