import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { requireSession } from '#app/_next/session'
import { NextStep } from '#components/home/next-step'
import { PraiseGlance } from '#components/home/praise-glance'
import { SeatGlance } from '#components/home/seat-glance'
import { Tea } from '#components/home/tea'
import { Today } from '#components/home/today'
import { QuestionCard } from '#components/ideas/question-card'
import { Columns } from '#components/layout/columns'
import { praiseRow } from '#components/recognition/praise-rows'
import { LinkButton } from '#components/ui/link-button'
import { PageHeader } from '#components/ui/page-header'
import { nextStep } from '#server/career/own-queries'
import { currentQuestion } from '#server/ideas/campaign-queries'
import { listReceived } from '#server/recognition/queries'
import { rotationNow } from '#server/rotation/my-queries'
import { mySeat } from '#server/workplace/queries'
import { teaNow } from '#server/workplace/tea-queries'
import { orderTeaAction, skipTeaAction } from './actions'
import { tapAnswerAction } from './ideas/actions'
import { sayTiredAction } from './rotation/actions'

export async function generateMetadata() {
  const t = await getTranslations('layout')
  return { title: t('rooms.day') }
}

export default async function MyDayPage() {
  const [{ actor, alarm }, locale, format, layout, t] = await Promise.all([
    requireSession(),
    getLocale(),
    getFormatter(),
    getTranslations('layout'),
    getTranslations('home'),
  ])
  const [day, step, question, praises, seat, tea] = await Promise.all([
    rotationNow(actor, {}),
    nextStep(actor, {}),
    currentQuestion(actor, {}),
    listReceived(actor, { limit: 1 }),
    mySeat(actor, {}),
    teaNow(actor, {}),
  ])
  const today = format.dateTime(new Date(day.now), { weekday: 'long', day: 'numeric', month: 'long' })
  const [praise] = praises.items
  return (
    <>
      <PageHeader
        title={layout('rooms.day')}
        lead={today}
        actions={
          <LinkButton href="/ideas/new" variant="primary" icon="idea">
            {t('idea')}
          </LinkButton>
        }
      />
      <Columns
        aside={
          <>
            <Tea round={tea.round} order={orderTeaAction} skip={skipTeaAction} />
            <SeatGlance mine={seat} locale={locale} />
          </>
        }
      >
        <Today
          shift={day.shift}
          now={alarm ?? day.now}
          alarm={Boolean(alarm)}
          locale={locale}
          tired={sayTiredAction}
        />
        <NextStep intent={step.intent} next={step.next} locale={locale} />
        {question && <QuestionCard question={question} locale={locale} tap={tapAnswerAction} />}
        <PraiseGlance praise={praise ? praiseRow(praise, locale) : null} />
      </Columns>
    </>
  )
}
