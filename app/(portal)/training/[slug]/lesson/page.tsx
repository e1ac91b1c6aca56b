import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { pageQuery } from '#app/_next/addresses'
import { once } from '#app/_next/once'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { LessonText } from '#components/training/lesson'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/page-header'
import { inLocale } from '#domain/text'
import { findLesson } from '#server/training/course-queries'
import { readLessonAction } from '../../quiz-actions'

const readOne = once(findLesson)

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const wanted = async ({ params, searchParams }: Props) => {
  const [{ slug }, given] = await Promise.all([params, searchParams])
  const { at = '1' } = pageQuery(given, ['at']).known
  return /^[1-9]\d{0,2}$/.test(at) ? { slug, position: Number(at) } : undefined
}

export async function generateMetadata(props: Props) {
  const [{ actor }, input, locale, t] = await Promise.all([
    requireSession(),
    wanted(props),
    getLocale(),
    getTranslations('layout.lost'),
  ])
  const found = input && (await readOne(actor, input).catch(() => undefined))
  return { title: found ? inLocale(found.title, locale) : t('title') }
}

export default async function LessonOnePage(props: Props) {
  const [{ actor }, input, locale, t] = await Promise.all([
    requireSession(),
    wanted(props),
    getLocale(),
    getTranslations('training'),
  ])
  if (!input) notFound()
  const lesson = await seen(readOne(actor, input))
  return (
    <>
      <PageHeader
        title={inLocale(lesson.title, locale)}
        lead={t('course.place', { position: lesson.number, count: lesson.count, minutes: lesson.minutes })}
        above={
          <Breadcrumbs
            trail={[
              { href: '/training', label: t('title') },
              { href: `/training/${lesson.slug}`, label: inLocale(lesson.training, locale) },
            ]}
          />
        }
      />
      <LessonText lesson={lesson} locale={locale} read={readLessonAction} />
    </>
  )
}
