import { getLocale, getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { RecallForm } from '#components/career/recall-form'
import { namesOf } from '#components/career/wording'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { LinkButton } from '#components/ui/link-button'
import { Notice } from '#components/ui/notice'
import { PageHeader } from '#components/ui/page-header'
import { recallQuestion } from '#server/career/recall-queries'
import { answerRecallAction } from '../actions'

export async function generateMetadata() {
  const t = await getTranslations('career.recall')
  return { title: t('title') }
}

export default async function RecallPage() {
  const [{ actor }, locale, t] = await Promise.all([
    requireSession(),
    getLocale(),
    getTranslations('career.recall'),
  ])
  const asked = await recallQuestion(actor, {})
  const titled = asked?.positions.map(({ positionId, title }) => ({ id: positionId, title })) ?? []
  const names = namesOf(locale, titled, asked?.competences ?? [], asked?.trainings ?? [])
  const isOpen = asked && !asked.informed && !asked.answeredToday
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Breadcrumbs trail={[{ href: '/career', label: t('above') }]} />}
      />
      {!asked && <EmptyState icon="career" title={t('none')} />}
      {asked?.informed && <Notice tone="good">{t('right')}</Notice>}
      {asked && !asked.informed && asked.answeredToday && <Notice tone="warn">{t('wrong')}</Notice>}
      {isOpen && (
        <RecallForm
          versionId={asked.versionId}
          question={asked.question}
          names={names}
          answer={answerRecallAction}
        />
      )}
      {asked && !isOpen && (
        <LinkButton href="/career/path" icon="goal" className="mt-6">
          {t('toPath')}
        </LinkButton>
      )}
    </>
  )
}
