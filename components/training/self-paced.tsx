import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { LinkButton } from '#components/ui/link-button'
import { List, Row } from '#components/ui/list'
import { Meter } from '#components/ui/meter'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'
import type { Course } from '#server/training/course-queries'

type Props = {
  training: { id: string; slug: string }
  enrolmentId: string | null
  course: Course
  now: Date
  locale: Locale
  begin: FormAction
  withdraw: FormAction
  startQuiz: FormAction
}

/** A training without a date: its lessons with what was read of them, and its quiz. */
export function SelfPaced({ training, enrolmentId, course, now, locale, begin, withdraw, startQuiz }: Props) {
  const t = useTranslations('training')
  const { lessons, rules } = course
  const read = lessons.filter(({ readAt }) => readAt).length
  const unread = lessons.find(({ readAt }) => !readAt)
  const empty = !lessons.length && !rules
  return (
    <>
      <Section id="begin" title={t('course.title')}>
        {!enrolmentId && (
          <>
            <p className="mb-4">{t('page.beginLead')}</p>
            <ActionForm action={begin} label={t('page.begin')}>
              <input type="hidden" name="trainingId" value={training.id} />
              <PendingButton className="justify-self-start">{t('page.begin')}</PendingButton>
            </ActionForm>
          </>
        )}
        {course.renews && rules && <p className="mb-4">{t('course.renews', { count: shorterOf(course) })}</p>}
        {enrolmentId && empty && <p className="mb-4">{t('course.centreRecords')}</p>}
        {enrolmentId && unread && read > 0 && (
          <p className="mb-4">
            <LinkButton href={`/training/${training.slug}/lesson?at=${unread.position}`} variant="primary">
              {t('course.goOn', { number: unread.number })}
            </LinkButton>
          </p>
        )}
        {enrolmentId && lessons.length > 0 && (
          <Meter
            label={t('course.progress')}
            value={read}
            max={lessons.length}
            text={t('course.readOf', { read, count: lessons.length })}
          />
        )}
      </Section>
      {lessons.length > 0 && (
        <Section id="lessons" title={t('course.lessons')}>
          <List label={t('course.lessons')}>
            {lessons.map(({ id, position, number, title, minutes, readAt }) => (
              <Row
                key={id}
                href={`/training/${training.slug}/lesson?at=${position}`}
                icon={readAt ? 'done' : 'learn'}
                title={t('course.lesson', { position: number, title: inLocale(title, locale) })}
                note={t('course.minutes', { minutes })}
                end={readAt ? <Status tone="good">{t('course.read')}</Status> : undefined}
              />
            ))}
          </List>
        </Section>
      )}
      {rules && (
        <Quiz
          trainingId={training.id}
          slug={training.slug}
          course={course}
          ready={enrolmentId !== null && (course.renews || read === lessons.length)}
          begun={enrolmentId !== null}
          now={now}
          start={startQuiz}
        />
      )}
      {enrolmentId && (
        <ActionForm action={withdraw} label={t('page.stop')} className="mb-10">
          <input type="hidden" name="enrolmentId" value={enrolmentId} />
          <PendingButton variant="plain" size="small" className="justify-self-start">
            {t('page.stop')}
          </PendingButton>
        </ActionForm>
      )}
    </>
  )
}

const shorterOf = ({ rules }: Course): number => Math.ceil((rules?.questions ?? 0) / 2)

type QuizProps = {
  trainingId: string
  slug: string
  course: Course
  ready: boolean
  begun: boolean
  now: Date
  start: FormAction
}

function Quiz({ trainingId, slug, course, ready, begun, now, start }: QuizProps) {
  const t = useTranslations('training.quiz')
  const format = useFormatter()
  const { rules, attempts, nextAt } = course
  if (!rules) return null
  const last = attempts.at(-1)
  const open = last && !last.finishedAt
  const waits = nextAt && new Date(nextAt) > now
  const facts = [
    t('questions', { count: rules.questions }),
    t('passMark', { passMark: rules.passMark }),
    t('attempts', { count: rules.attempts }),
    rules.pauseHours > 0 && t('pauseOf', { hours: rules.pauseHours }),
    rules.minutes && t('limit', { minutes: rules.minutes }),
  ]
  const at = (moment: string) =>
    format.dateTime(new Date(moment), {
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  return (
    <Section id="quiz" title={t('title')} note={facts.filter(Boolean).join(' · ')}>
      {last?.finishedAt && (
        <p className="mb-4 flex flex-wrap items-center gap-3">
          <Status tone={last.passed ? 'good' : 'warn'}>
            {t(last.passed ? 'passed' : 'failed', { score: last.score ?? 0 })}
          </Status>
          <LinkButton href={`/training/${slug}/quiz`} size="small">
            {t('see')}
          </LinkButton>
        </p>
      )}
      {begun && !ready && !open && <p className="text-soft">{t('lessonsFirst')}</p>}
      {begun && !open && waits && <p className="text-soft">{t('pause', { at: at(nextAt) })}</p>}
      {(open || (ready && !waits)) && (
        <ActionForm action={start} label={t('title')}>
          <input type="hidden" name="trainingId" value={trainingId} />
          <PendingButton className="justify-self-start">{open ? t('goOn') : t('start')}</PendingButton>
        </ActionForm>
      )}
    </Section>
  )
}
