import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { TaskList } from '#components/rotation/task-list'
import { LinkButton } from '#components/ui/link-button'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { listTasks } from '#server/rotation/queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('rotation.taskBook')
  return { title: t('title') }
}

export default async function TasksPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('rotation.taskBook'),
  ])
  const filter = pageQuery(given, ['cursor'])
  const { items, next } = await seen(listTasks(actor, filter.known))
  const edits = mayEver(actor, 'rotation.writeTask')
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          edits && (
            <LinkButton href="/rotation/tasks/new" variant="primary" icon="add">
              {t('new')}
            </LinkButton>
          )
        }
      />
      <TaskList tasks={items} locale={locale} />
      <LoadMore href={next && filter.with({ cursor: next })} />
    </>
  )
}
