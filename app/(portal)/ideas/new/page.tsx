import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { requireSession } from '#app/_next/session'
import { IdeaForm } from '#components/ideas/idea-form'
import { NewIdeaFields, QuestionFields } from '#components/ideas/new-idea-fields'
import { Words } from '#components/layout/words'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/page-header'
import { inLocale } from '#domain/text'
import { listAreas } from '#server/ideas/area-queries'
import { currentQuestion } from '#server/ideas/campaign-queries'
import { answerQuestionAction, submitIdeaAction } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('ideas')
  return { title: t('new') }
}

export default async function NewIdeaPage({ searchParams }: Props) {
  const [{ actor }, given, locale, t] = await Promise.all([
    requireSession(),
    searchParams,
    getLocale(),
    getTranslations('ideas'),
  ])
  const asked = pageQuery(given, ['question', 'area']).known
  const [areas, current] = await Promise.all([
    listAreas(actor, {}),
    asked.question ? currentQuestion(actor, {}) : null,
  ])
  const question = current?.id === asked.question ? current : null
  const header = (
    <PageHeader
      title={question ? inLocale(question.question, locale) : t('new')}
      lead={question ? t('question.fieldHint') : t('form.lead')}
      above={<Breadcrumbs trail={[{ href: '/ideas', label: t('title') }]} />}
    />
  )
  if (!areas.items.length) {
    return (
      <>
        {header}
        <EmptyState icon="idea" title={t('form.noAreas')} lead={t('form.noAreasLead')} />
      </>
    )
  }
  return (
    <>
      {header}
      <Words namespaces={['ideas.browser', 'ui.browser']}>
        {question ? (
          <IdeaForm action={answerQuestionAction} label={t('question.title')} send={t('question.send')}>
            <QuestionFields campaignId={question.id} asked={question.asked} />
          </IdeaForm>
        ) : (
          <IdeaForm action={submitIdeaAction} label={t('new')} send={t('form.send')}>
            <NewIdeaFields areas={areas.items} chosen={asked.area} locale={locale} />
          </IdeaForm>
        )}
      </Words>
    </>
  )
}
