import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { CampaignForm } from '#components/ideas/campaign-form'
import { CampaignList } from '#components/ideas/campaign-list'
import { QuestionHealth } from '#components/ideas/question-health'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { LoadMore } from '#components/ui/load-more'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { campaignDesk } from '#server/ideas/campaign-queries'
import { listPlaces } from '#server/people/queries'
import { closeCampaignAction, openCampaignAction, setQuestionBudgetAction } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('ideas')
  return { title: t('campaignsPage.title') }
}

export default async function CampaignsPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('ideas'),
  ])
  const asked = pageQuery(given, ['cursor'])
  const mayAsk = mayEver(actor, 'ideas.openCampaign')
  const [{ campaigns, asking }, places] = await Promise.all([
    campaignDesk(actor, { cursor: asked.known.cursor }),
    mayAsk ? listPlaces(actor, {}) : null,
  ])
  return (
    <>
      <PageHeader
        title={t('campaignsPage.title')}
        lead={t('campaignsPage.lead')}
        above={<Breadcrumbs trail={[{ href: '/ideas', label: t('title') }]} />}
        actions={
          <>
            {mayAsk && (
              <LinkButton href="#new-question" icon="add" variant="primary">
                {t('campaignsPage.new')}
              </LinkButton>
            )}
            <LinkButton href="/ideas/pulses" icon="insights">
              {t('pulses.title')}
            </LinkButton>
            <LinkButton href="/ideas/areas" icon="list">
              {t('areas')}
            </LinkButton>
          </>
        }
      />
      {campaigns.items.length === 0 ? (
        <EmptyState icon="answer" title={t('campaignsPage.empty')} lead={t('campaignsPage.emptyLead')} />
      ) : (
        <CampaignList
          campaigns={campaigns.items}
          locale={locale}
          close={mayAsk ? closeCampaignAction : undefined}
        />
      )}
      <LoadMore href={campaigns.next && asked.with({ cursor: campaigns.next })} />
      {asking && (
        <div className="mt-12">
          <QuestionHealth {...asking.health} setBudget={setQuestionBudgetAction} locale={locale} />
        </div>
      )}
      {asking && places && (
        <div className="mt-12">
          <CampaignForm action={openCampaignAction} areas={asking.areas} places={places} locale={locale} />
        </div>
      )}
    </>
  )
}
