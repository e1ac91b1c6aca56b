import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { once } from '#app/_next/once'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { CareerTabs } from '#components/career/career-tabs'
import { Consequences } from '#components/career/consequences'
import { DraftEditor } from '#components/career/draft-editor'
import { DraftPicture } from '#components/career/draft-picture'
import { DraftPlaces } from '#components/career/draft-places'
import { DraftStart } from '#components/career/draft-start'
import { LadderDifference, LadderHoles } from '#components/career/ladder-difference'
import { LadderTools } from '#components/career/ladder-tools'
import { OverrideBox } from '#components/career/override'
import { PublishForm } from '#components/career/publish-form'
import { VersionList } from '#components/career/version-list'
import { namesOf } from '#components/career/wording'
import { Columns } from '#components/layout/columns'
import { PageHeader } from '#components/ui/page-header'
import type { Actor } from '#domain/access'
import { mayEver } from '#domain/access'
import { isUuid } from '#domain/ids'
import { inLocale } from '#domain/text'
import { findLadder } from '#server/career/ladders-queries'
import { layoutLadder, NODE } from '#server/career/layout-queries'
import {
  approveOverrideAction,
  askOverrideAction,
  draftAction,
  dropDraftAction,
  duplicateAction,
  publishAction,
} from '../../actions'
import { draftActions, draftPlaceActions } from '../../draft-forms'
import { importLadderAction } from '../../sheet-actions'

const readLadder = once(findLadder)

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props) {
  const [{ actor }, { id }, given, locale, t, lost] = await Promise.all([
    requireSession(),
    params,
    searchParams,
    getLocale(),
    getTranslations('career'),
    getTranslations('layout.lost'),
  ])
  const wanted = wantedOf(id, pageQuery(given, ['compare']).known.compare)
  const found = isUuid(id) ? await readLadder(actor, wanted).catch(() => undefined) : undefined
  if (!found) return { title: lost('title') }
  return {
    title: t('ladders.title', { ladder: inLocale(found.ladder.title, locale), number: found.ladder.number }),
  }
}

const wantedOf = (versionId: string, compare = '') => ({
  versionId,
  compareWith: isUuid(compare) ? compare : undefined,
  weigh: true,
})

/** What this reader may do with a version in this state. */
const rightsOf = (actor: Actor, state: string, versions: readonly { state: string }[], overtaken = '') => {
  const mayWrite = mayEver(actor, 'career.draft')
  return {
    mayWrite,
    overtaken: mayWrite && overtaken !== '',
    mayEdit: mayWrite && state === 'draft',
    mayStart: mayWrite && state === 'published' && !versions.some((version) => version.state === 'draft'),
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
  const page = pageQuery(given, ['position', 'compare', 'overtaken'])
  const found = await seen(readLadder(actor, wantedOf(id, page.known.compare)))
  const {
    ladder,
    versions,
    comparedWith,
    difference,
    holes,
    override,
    competences,
    trainings,
    consequences,
  } = found
  const titled = [...found.gone, ...ladder.rungs].map(({ positionId, title }) => ({ id: positionId, title }))
  const names = namesOf(locale, titled, competences, trainings)
  const chosen = ladder.rungs.find(({ slug }) => slug === page.known.position) ?? ladder.rungs[0]
  const { mayWrite, mayEdit, mayStart, overtaken } = rightsOf(
    actor,
    ladder.state,
    versions,
    page.known.overtaken,
  )
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
      <Columns aside={<VersionList versions={versions} current={ladder.id} locale={locale} />}>
        <DraftStart
          ladderId={ladder.ladderId}
          overtaken={overtaken}
          start={mayStart ? draftAction : undefined}
        />
        {mayEdit && (
          <DraftPicture
            ladder={ladder}
            layout={{
              ...layoutLadder(`${ladder.id}/${ladder.edits}`, ladder.rungs, ladder.moves),
              node: NODE,
            }}
            names={names}
            chosen={chosen?.positionId ?? null}
            addressOf={(slug) => `${page.with({ position: slug })}#requirements`}
            actions={draftPlaceActions}
          />
        )}
        <LadderDifference difference={difference} number={comparedWith?.number ?? 0} names={names} />
        {consequences && (
          <>
            <LadderHoles holes={holes} names={names} />
            <Consequences {...consequences} names={names} />
            <OverrideBox
              holes={holes.length}
              versionId={ladder.id}
              edits={ladder.edits}
              isDraft={ladder.state === 'draft'}
              override={override}
              readerId={actor.personId}
              mayAsk={mayWrite}
              ask={askOverrideAction}
              approve={approveOverrideAction}
            />
          </>
        )}
        {mayEdit && <PublishForm versionId={ladder.id} edits={ladder.edits} publish={publishAction} />}
        {chosen && (
          <DraftEditor
            versionId={ladder.id}
            positions={ladder.rungs}
            chosen={chosen}
            requirements={ladder.requirements.filter(({ positionId }) => positionId === chosen.positionId)}
            competences={competences}
            trainings={trainings}
            names={names}
            weights={consequences?.requirements}
            addressOf={(slug) => `${page.with({ position: slug })}#requirements`}
            actions={mayEdit ? draftActions : undefined}
          />
        )}
        {chosen && mayEdit && (
          <DraftPlaces
            versionId={ladder.id}
            positions={ladder.rungs}
            chosen={chosen}
            moves={ladder.moves}
            names={names}
            actions={draftPlaceActions}
          />
        )}
        {mayWrite && (
          <LadderTools
            versionId={ladder.id}
            isDraft={mayEdit}
            duplicate={duplicateAction}
            dropDraft={dropDraftAction}
            importSheet={importLadderAction}
          />
        )}
      </Columns>
    </>
  )
}
