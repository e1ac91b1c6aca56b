import { getLocale, getTranslations } from 'next-intl/server'
import { once } from '#app/_next/once'
import { seen } from '#app/_next/seen'
import { requireSession } from '#app/_next/session'
import { Columns } from '#components/layout/columns'
import { Facts, Gives } from '#components/training/about'
import { Own } from '#components/training/catalogue'
import { WaysIn } from '#components/training/ways-in'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { mayEver } from '#domain/access'
import { dayIn } from '#domain/months'
import { inLocale } from '#domain/text'
import { findChecks } from '#server/training/check-queries'
import { findCourse } from '#server/training/course-queries'
import { findTraining } from '#server/training/training-queries'
import { askAction, beginAction, enrolAction, withdrawAction } from '../actions'
import { startQuizAction } from '../quiz-actions'

const readTraining = once(findTraining)

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props) {
  const [{ actor }, { slug }, locale, t] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('layout.lost'),
  ])
  const found = await readTraining(actor, { slug }).catch(() => undefined)
  return { title: found ? inLocale(found.title, locale) : t('title') }
}

export default async function OneTrainingPage({ params }: Props) {
  const [{ actor, timeZone }, { slug }, locale, t] = await Promise.all([
    requireSession(),
    params,
    getLocale(),
    getTranslations('training'),
  ])
  const training = await seen(readTraining(actor, { slug }))
  const course =
    training.format === 'self-paced' ? await findCourse(actor, { trainingId: training.id }) : undefined
  const byCheckList = training.format === 'on-the-job' || training.format === 'mentoring'
  const checks = byCheckList ? await findChecks(actor, { trainingId: training.id }) : []
  const now = new Date()
  const today = dayIn(now, timeZone)
  return (
    <>
      <PageHeader
        title={inLocale(training.title, locale)}
        lead={training.about ? inLocale(training.about, locale) : undefined}
        above={<Breadcrumbs trail={[{ href: '/training', label: t('title') }]} />}
        actions={
          <>
            {mayEver(actor, 'training.courseDesk') && (
              <LinkButton href={`/training/centre/${training.slug}`} icon="edit" size="small">
                {t('desk.open')}
              </LinkButton>
            )}
            <Own state={training.ownState} until={training.passedUntil} today={today} />
          </>
        }
      />
      <Columns aside={<Facts training={training} locale={locale} />}>
        <WaysIn
          training={training}
          course={course}
          checks={checks}
          now={now}
          locale={locale}
          actions={{
            enrol: enrolAction,
            begin: beginAction,
            withdraw: withdrawAction,
            ask: askAction,
            startQuiz: startQuizAction,
          }}
        />
        <Gives training={training} locale={locale} />
      </Columns>
    </>
  )
}
