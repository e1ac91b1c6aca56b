import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { once } from '#app/_next/once'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { CareerTabs } from '#components/career/career-tabs'
import { DraftEditor } from '#components/career/draft-editor'
import { LadderDifference, LadderHoles } from '#components/career/ladder-difference'
import { PublishForm } from '#components/career/publish-form'
import { VersionList } from '#components/career/version-list'
import { namesOf } from '#components/career/wording'
import { Columns } from '#components/layout/columns'
import { ActionForm } from '#components/ui/form'
import { PageHeader } from '#components/ui/page-header'
import { PendingButton } from '#components/ui/pending-button'
import { mayEver } from '#domain/access'
import { isUuid } from '#domain/ids'
import { inLocale } from '#domain/text'
import { findLadder } from '#server/career/ladders-queries'
import {
  draftAction,
  publishAction,
  removeRequirementAction,
  setRequirementAction,
  setSeatsAction,
} from '../../actions'

const readLadder = once(findLadder)

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const [{ actor }, { id }, locale, t, lost] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('career'),
    getTranslations('layout.lost'),
  ])
  const found = isUuid(id) ? await readLadder(actor, { versionId: id }).catch(() => undefined) : undefined
  if (!found) return { title: lost('title') }
  return {
    title: t('ladders.title', { ladder: inLocale(found.ladder.title, locale), number: found.ladder.number }),
  }
}

export default async function LadderPage({ params, searchParams }: Props) {
  const [{ actor }, { id }, given, locale, t] = await Promise.all([
    requireSession(),
    params,
    searchParams,
    getLocale(),
    getTranslations('career'),
  ])
  if (!isUuid(id)) notFound()
  const page = pageQuery(given, ['position', 'compare'])
  const compareWith = isUuid(page.known.compare ?? '') ? page.known.compare : undefined
  const found = await seen(readLadder(actor, { versionId: id, compareWith }))
  const { ladder, versions, comparedWith, difference, holes, competences, trainings } = found
  const titled = ladder.rungs.map(({ positionId, title }) => ({ id: positionId, title }))
  const names = namesOf(locale, titled, competences, trainings)
  const chosen = ladder.rungs.find(({ slug }) => slug === page.known.position) ?? ladder.rungs[0]
  const mayWrite = mayEver(actor, 'career.draft')
  const isDraft = ladder.state === 'draft'
  const mayStart =
    mayWrite && ladder.state === 'published' && versions.every(({ state }) => state !== 'draft')
  const editing = {
    setSeats: setSeatsAction,
    setRequirement: setRequirementAction,
    removeRequirement: removeRequirementAction,
  }
  return (
    <>
      <PageHeader
        title={t('ladders.title', { ladder: inLocale(ladder.title, locale), number: ladder.number })}
        lead={ladder.whatChanged ? inLocale(ladder.whatChanged, locale) : t(`ladders.states.${ladder.state}`)}
      />
      <CareerTabs
        current="versions"
        actor={actor}
        versionId={versions.find(({ state }) => state === 'published')?.id ?? ladder.id}
      />
      <Columns aside={<VersionList versions={versions} locale={locale} />}>
        {mayStart && (
          <ActionForm action={draftAction} label={t('ladders.startDraft')} className="mb-10 grid gap-3">
            <p className="text-soft">{t('ladders.startDraftLead')}</p>
            <input type="hidden" name="ladderId" value={ladder.ladderId} />
            <PendingButton icon="edit" className="justify-self-start">
              {t('ladders.startDraft')}
            </PendingButton>
          </ActionForm>
        )}
        {difference && comparedWith && (
          <LadderDifference difference={difference} number={comparedWith.number} names={names} />
        )}
        {mayWrite && ladder.state !== 'superseded' && <LadderHoles holes={holes} names={names} />}
        {isDraft && mayWrite && (
          <PublishForm versionId={ladder.id} edits={ladder.edits} publish={publishAction} />
        )}
        {chosen && (
          <DraftEditor
            versionId={ladder.id}
            positions={ladder.rungs}
            chosen={chosen}
            requirements={ladder.requirements.filter(({ positionId }) => positionId === chosen.positionId)}
            competences={competences}
            trainings={trainings}
            names={names}
            addressOf={(slug) => `${page.with({ position: slug })}#requirements`}
            actions={isDraft && mayWrite ? editing : undefined}
          />
        )}
      </Columns>
    </>
  )
}
