import { useFormatter, useTranslations } from 'next-intl'
import { ApplicationForms } from '#components/career/application-forms'
import { APPLICATION_TONES } from '#components/career/opening-list'
import { asked, type Names, possessed } from '#components/career/wording'
import { Disclosure } from '#components/ui/disclosure'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { List, Row } from '#components/ui/list'
import { Status } from '#components/ui/status'
import type { Check } from '#domain/readiness'
import type { Text } from '#domain/text'
import { inLocale } from '#domain/text'

export type Application = {
  id: string
  person: { id: string; name: string }
  position: { slug: string; title: Text }
  openingId: string
  state: keyof typeof APPLICATION_TONES
  appliedAt: string
  ready: boolean
  snapshot: readonly Check[]
  decidedBy: string | null
  decidedAt: string | null
  reason: string | null
  releaseOn: string | null
  releasedAt: string | null
  slips: number
  talk: { heldOn: string; by: string; nextStep: string } | null
  decideBy: string
  /** What this reader may do with it. */
  may: readonly ('withdraw' | 'decide' | 'postpone' | 'release' | 'talk')[]
}
export type ApplicationActions = Record<Application['may'][number], FormAction>
type Props = {
  applications: readonly Application[]
  readerId: string
  names: Names
  today: string
  label: string
  actions: ApplicationActions
}

/** Who applied, with what, and what became of it: every answer with its reason. */
export function ApplicationList(props: Props) {
  const { applications, label } = props
  return (
    <List label={label}>
      {applications.map((application) => (
        <li key={application.id} className="grid gap-2 py-4">
          <Line {...props} application={application} />
          <ApplicationForms {...props} application={application} />
        </li>
      ))}
    </List>
  )
}

function Line({ application, readerId, names, today }: Props & { application: Application }) {
  const t = useTranslations('career')
  const format = useFormatter()
  const { person, position, state, reason, talk, releaseOn, releasedAt, slips } = application
  const day = (at: string) =>
    format.dateTime(new Date(at), { day: 'numeric', month: 'long', year: 'numeric' })
  const own = person.id === readerId
  const title = own ? inLocale(position.title, names.locale) : person.name
  const href = own ? `/career/openings/${application.openingId}` : `/career/team/${person.id}`
  const met = application.snapshot.filter((check) => check.met).length
  const released = releasedAt
    ? t('openings.moved')
    : t('openings.releaseOn', { date: day(releaseOn ?? today) })
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3">
        <Link href={href} className="link font-semibold">
          {title}
        </Link>
        <Status tone={APPLICATION_TONES[state]}>{t(`openings.states.${state}`)}</Status>
        {!application.ready && state !== 'withdrawn' && <Status tone="warn">{t('openings.notReady')}</Status>}
      </p>
      <p className="text-small text-soft">
        {t('openings.appliedOn', { date: day(application.appliedAt) })}
        {state === 'submitted' && ` · ${t('openings.answerBy', { date: day(application.decideBy) })}`}
        {state === 'accepted' && ` · ${released}`}
        {slips > 0 && ` · ${t('openings.slips', { count: slips })}`}
      </p>
      {reason && (
        <p className="max-w-[72ch]">{t('openings.because', { name: application.decidedBy ?? '', reason })}</p>
      )}
      {talk && (
        <p className="max-w-[72ch]">
          {t('openings.talked', { name: talk.by, date: day(talk.heldOn), next: talk.nextStep })}
        </p>
      )}
      {application.snapshot.length > 0 && (
        <Disclosure summary={t('openings.snapshot', { met, all: application.snapshot.length })}>
          <List label={t('openings.snapshot', { met, all: application.snapshot.length })}>
            {application.snapshot.map((check) => (
              <Row
                key={check.requirement.id}
                icon={check.met ? 'done' : 'missing'}
                title={asked(t, check.requirement, names)}
                note={possessed(t, check)}
              />
            ))}
          </List>
        </Disclosure>
      )}
    </>
  )
}
