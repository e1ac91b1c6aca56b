import { getLocale, getTranslations } from 'next-intl/server'
import { once } from '#app/_next/once'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { CourseDeskView } from '#components/training/course-desk'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/page-header'
import { inLocale } from '#domain/text'
import { findCourseDesk } from '#server/training/course-desk-queries'
import {
  addQuestionAction,
  editAction,
  retireAction,
  retireLessonAction,
  retireQuestionAction,
  saveLessonAction,
  setChecksAction,
  setPoolAction,
  setQuizAction,
} from '../../desk-actions'

const readDesk = once(findCourseDesk)

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props) {
  const [{ actor }, { slug }, locale, t] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('layout.lost'),
  ])
  const found = await readDesk(actor, { slug }).catch(() => undefined)
  return { title: found ? inLocale(found.title, locale) : t('title') }
}

export default async function CourseDeskPage({ params }: Props) {
  const [{ actor }, { slug }, locale, t] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('training'),
  ])
  const desk = await seen(readDesk(actor, { slug }))
  return (
    <>
      <PageHeader
        title={inLocale(desk.title, locale)}
        lead={t(`desk.leads.${desk.format}`)}
        above={
          <Breadcrumbs
            trail={[
              { href: '/training/centre', label: t('centre.title') },
              { href: `/training/${slug}`, label: t('session.training') },
            ]}
          />
        }
      />
      <CourseDeskView
        desk={desk}
        locale={locale}
        actions={{
          edit: editAction,
          retire: retireAction,
          setChecks: setChecksAction,
          setPool: setPoolAction,
          saveLesson: saveLessonAction,
          retireLesson: retireLessonAction,
          setQuiz: setQuizAction,
          addQuestion: addQuestionAction,
          retireQuestion: retireQuestionAction,
        }}
      />
    </>
  )
}
