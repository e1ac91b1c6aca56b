import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { SwapList } from '#components/rotation/swap-list'
import { SwapRules } from '#components/rotation/swap-rules'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { LinkTabs } from '#components/ui/link-tabs'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { Section } from '#components/ui/section'
import { mayEver } from '#domain/access'
import { listSwaps } from '#server/rotation/swap-queries'
import { answerSwapAction, decideSwapAction, setSwapRuleAction, withdrawSwapAction } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('rotation.swaps')
  return { title: t('title') }
}

export default async function SwapsPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('rotation.swaps'),
  ])
  const filter = pageQuery(given, ['past', 'cursor'])
  const past = filter.known.past === '1'
  const { items, next, rules } = await seen(listSwaps(actor, { cursor: filter.known.cursor, past }))
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<LinkButton href="/rotation">{t('toDay')}</LinkButton>}
      />
      <LinkTabs
        label={t('views')}
        tabs={[
          { href: '/rotation/swaps', label: t('current'), current: !past },
          { href: '/rotation/swaps?past=1', label: t('past'), current: past },
        ]}
      />
      {items.length ? (
        <SwapList
          swaps={items}
          mayDecide={mayEver(actor, 'rotation.decideSwap')}
          locale={locale}
          acts={{ answer: answerSwapAction, decide: decideSwapAction, withdraw: withdrawSwapAction }}
        />
      ) : (
        <EmptyState icon="handshake" title={t('none')} lead={t('noneLead')} />
      )}
      <LoadMore href={next && filter.with({ cursor: next })} />
      {rules.length > 0 && mayEver(actor, 'rotation.setSwapRule') && (
        <Section id="rules" title={t('rulesTitle')} note={t('rulesNote')} className="mt-10">
          <SwapRules rules={rules} locale={locale} set={setSwapRuleAction} />
        </Section>
      )}
    </>
  )
}
