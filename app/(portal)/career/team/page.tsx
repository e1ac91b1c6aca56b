import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { CareerTabs } from '#components/career/career-tabs'
import { StalledList } from '#components/career/stalled-list'
import { Columns } from '#components/layout/columns'
import { CrossTraining } from '#components/rotation/cross-training'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { LinkTabs } from '#components/ui/link-tabs'
import { List, Row } from '#components/ui/list'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { mayEver } from '#domain/access'
import { STALLED_KINDS } from '#domain/stalled'
import { inLocale } from '#domain/text'
import { listMembers, listStalled } from '#server/career/team-queries'
import { crossTraining } from '#server/rotation/worth-queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const [{ actor }, t, lost] = await Promise.all([
    requireSession(),
    getTranslations('career.stalled'),
    getTranslations('layout.lost'),
  ])
  return { title: mayEver(actor, 'career.stalled') ? t('title') : lost('title') }
}

/** One list of what waits among one's people, oldest first, each with its button; beside it the people themselves. */
export default async function TeamPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t, board] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('career.stalled'),
    getTranslations('career.board'),
  ])
  const { known } = pageQuery(given, ['whose', 'kind'])
  const whose = known.whose === 'all' ? 'all' : 'mine'
  const kind = STALLED_KINDS.find((one) => one === known.kind)
  const [{ items, mine, all }, members, worth] = await Promise.all([
    seen(listStalled(actor, { whose, kind })),
    seen(listMembers(actor, {})),
    // A mentor sees their people here, and no plans of days.
    mayEver(actor, 'rotation.worth') ? seen(crossTraining(actor, {})) : undefined,
  ])
  const [oldest] = items
  const tabs = [
    { href: '/career/team', label: t('mine'), count: mine, current: whose === 'mine' },
    { href: '/career/team?whose=all', label: t('everybody'), count: all, current: whose === 'all' },
  ]
  const summary =
    mine > 0 && oldest && whose === 'mine'
      ? t('summary', { count: mine, name: oldest.person.name, days: oldest.days })
      : t('lead')
  const wishOf = (member: (typeof members)[number]) => {
    const wish = member.intent ? t(`intents.${member.intent}`) : t('intents.none')
    return member.target ? `${wish}: ${inLocale(member.target, locale)}` : wish
  }
  return (
    <>
      <PageHeader title={t('title')} lead={summary} />
      <CareerTabs current="team" actor={actor} />
      <Columns
        aside={
          <>
            <CrossTraining items={worth?.items ?? []} locale={locale} />
            <Section id="members" title={t('members')}>
              <List label={t('members')}>
                {members.map((member) => (
                  <Row
                    key={member.id}
                    href={`/career/team/${member.id}`}
                    title={member.name}
                    note={[
                      inLocale(member.position, locale),
                      member.led ? wishOf(member) : '',
                      member.offersMentoring ? t('offersMentoring') : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  />
                ))}
              </List>
            </Section>
          </>
        }
      >
        <LinkTabs label={t('which')} tabs={tabs} />
        {kind && (
          <p className="mb-4 flex flex-wrap items-center gap-3">
            {t('only', { kind: board(`kinds.${kind}`) })}
            <LinkButton href={`/career/team?whose=${whose}`} size="small" variant="quiet">
              {t('everyKind')}
            </LinkButton>
          </p>
        )}
        {items.length === 0 && <EmptyState icon="done" title={t('none')} lead={t('noneLead')} />}
        <StalledList cases={items} locale={locale} label={t('title')} />
      </Columns>
    </>
  )
}
