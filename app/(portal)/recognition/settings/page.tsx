import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { recognitionViews } from '#app/_next/recognition-views'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Words } from '#components/layout/words'
import { Caps, Freeze, Values } from '#components/recognition/praise-rules'
import { RecognitionTabs } from '#components/recognition/recognition-tabs'
import { Screens } from '#components/recognition/screens'
import { PageHeader } from '#components/ui/page-header'
import { can, mayEver } from '#domain/access'
import { listLinks } from '#server/accounts/queries'
import { listPlaces } from '#server/people/queries'
import { listValues } from '#server/recognition/giving-queries'
import { showRules } from '#server/recognition/rules-queries'
import {
  closeScreenAction,
  liftFreezeAction,
  openScreenAction,
  retireValueAction,
  setCapAction,
  writeValueAction,
} from '../actions'

export async function generateMetadata() {
  const [{ actor }, t] = await Promise.all([requireSession(), getTranslations('recognition')])
  return { title: t(mayEver(actor, 'recognition.setCap') ? 'rules.title' : 'screen.title') }
}

/** What HR sets: how many praises there are, and what the company stands for; whoever leads a site opens screens on its floors. */
export default async function PraiseRulesPage() {
  const [{ actor }, locale, t] = await Promise.all([
    requireSession(),
    getLocale(),
    getTranslations('recognition'),
  ])
  if (!mayEver(actor, 'recognition.screen')) notFound()
  const sets = mayEver(actor, 'recognition.setCap')
  const [rules, values, links, places] = await Promise.all([
    sets ? seen(showRules(actor, {})) : null,
    sets ? listValues(actor, {}) : null,
    listLinks(actor, { kind: 'screen' }),
    listPlaces(actor, {}),
  ])
  const screens = links.map(({ id, subject, createdAt }) => ({
    id,
    createdAt,
    team: places.teams.find((team) => team.id === subject)?.name ?? null,
  }))
  const teams = places.teams.filter(({ id, siteId }) =>
    can(actor, 'recognition.screen', { teamId: id, siteId }),
  )
  return (
    <>
      <PageHeader
        title={t(sets ? 'rules.title' : 'screen.title')}
        lead={sets ? t('rules.lead') : undefined}
      />
      <RecognitionTabs views={recognitionViews(actor)} current={sets ? 'settings' : 'screens'} />
      <div className="mt-8">
        {rules?.isFrozen && <Freeze lift={liftFreezeAction} />}
        {rules && <Caps caps={rules.caps} setCap={setCapAction} />}
        {values && (
          <Values values={values.items} write={writeValueAction} retire={retireValueAction} locale={locale} />
        )}
        <Words namespaces={['recognition.screen', 'ui.browser']}>
          <Screens
            screens={screens}
            teams={teams}
            open={openScreenAction}
            close={closeScreenAction}
            locale={locale}
          />
        </Words>
      </div>
    </>
  )
}
