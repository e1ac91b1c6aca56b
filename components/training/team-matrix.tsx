import { useFormatter, useTranslations } from 'next-intl'
import type { Matrix, Named, Person } from '#components/training/team-by-training'
import { ORDER, TeamByTraining, TONES } from '#components/training/team-by-training'
import { Button } from '#components/ui/button'
import { Checkbox } from '#components/ui/checkbox'
import { Disclosure } from '#components/ui/disclosure'
import { EmptyState } from '#components/ui/empty-state'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { LinkTabs } from '#components/ui/link-tabs'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { Status } from '#components/ui/status'
import { TextInput } from '#components/ui/text-input'
import type { Locale } from '#domain/text'
import { inLocale } from '#domain/text'

type Props = {
  matrix: Matrix
  /** Looked at training by training. */
  byTraining: boolean
  tomorrow: string
  locale: Locale
  assign: FormAction
}

/** Each person with how they stand with every training that concerns them; what needs a hand comes first. */
export function TeamMatrix({ matrix, byTraining, tomorrow, locale, assign }: Props) {
  const t = useTranslations('training.team')
  const { teams, teamId, people, trainings } = matrix
  if (!teamId || !people.length)
    return <EmptyState icon="people" title={t('nobody')} lead={t('nobodyLead')} />
  return (
    <>
      {teams.length > 1 && (
        <form className="mb-8 flex flex-wrap items-end gap-4">
          <Select
            name="team"
            label={t('team')}
            options={teams.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))}
            defaultValue={teamId}
            required
          />
          {byTraining && <input type="hidden" name="by" value="training" />}
          <Button type="submit">{t('show')}</Button>
        </form>
      )}
      <LinkTabs
        label={t('views')}
        tabs={[
          { href: `?team=${teamId}`, label: t('byPeople'), current: !byTraining },
          { href: `?team=${teamId}&by=training`, label: t('byTraining'), current: byTraining },
        ]}
      />
      {byTraining ? (
        <TeamByTraining matrix={matrix} locale={locale} />
      ) : (
        <Section id="people" title={t('people')} note={t('peopleNote')}>
          <ul className="rows">
            {people.map((person) => (
              <PersonRow key={person.id} person={person} trainings={trainings} locale={locale} />
            ))}
          </ul>
        </Section>
      )}
      <AssignForm matrix={matrix} teamId={teamId} tomorrow={tomorrow} locale={locale} assign={assign} />
    </>
  )
}

type RowProps = { person: Person; trainings: readonly Named[]; locale: Locale }

function PersonRow({ person, trainings, locale }: RowProps) {
  const t = useTranslations('training.team')
  const format = useFormatter()
  const day = (on: string) =>
    format.dateTime(new Date(on), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const cells = ORDER.flatMap((state) => person.cells.filter((cell) => cell.state === state))
  const passed = cells.filter(({ state }) => state === 'passed')
  const line = ({ trainingId, state, until, dueOn }: Person['cells'][number]) => {
    const training = trainings.find(({ id }) => id === trainingId)
    const ends = until && until !== 'infinity' && ['passed', 'expiring', 'expired'].includes(state)
    return (
      <li key={trainingId} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small">
        <Status tone={TONES[state]}>{t(`states.${state}`)}</Status>
        <span className="min-w-0">{training && inLocale(training.title, locale)}</span>
        {dueOn && ['assigned', 'late', 'onTheWay'].includes(state) && (
          <span className="text-soft">{t('due', { date: day(dueOn) })}</span>
        )}
        {ends && <span className="text-soft">{t('until', { date: day(until) })}</span>}
      </li>
    )
  }
  return (
    <li className="row flex-wrap items-start!">
      <p className="min-w-0 basis-56 font-semibold">
        <Link href={`/training/people/${person.id}`} className="link">
          {person.name}
        </Link>
      </p>
      <div className="grid min-w-0 flex-1 basis-72 gap-2">
        {cells.length === 0 && <p className="text-soft">{t('nothing')}</p>}
        {cells.length > passed.length && (
          <ul className="grid gap-2">{cells.filter(({ state }) => state !== 'passed').map(line)}</ul>
        )}
        {passed.length > 0 && (
          <Disclosure summary={t('passedCount', { count: passed.length })}>
            <ul className="grid gap-2">{passed.map(line)}</ul>
          </Disclosure>
        )}
      </div>
    </li>
  )
}

type AssignProps = { matrix: Matrix; teamId: string; tomorrow: string; locale: Locale; assign: FormAction }

function AssignForm({ matrix, teamId, tomorrow, locale, assign }: AssignProps) {
  const t = useTranslations('training.team')
  return (
    <Section id="assign" title={t('assign')} note={t('assignNote')}>
      <ActionForm action={assign} label={t('assign')} className="grid max-w-2xl gap-5">
        <input type="hidden" name="teamId" value={teamId} />
        <div className="grid gap-5 sm:grid-cols-2">
          <Select
            name="trainingId"
            label={t('training')}
            options={matrix.trainings.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) }))}
            placeholder={t('choose')}
            required
          />
          <TextInput name="dueOn" type="date" min={tomorrow} label={t('dueOn')} required />
        </div>
        <fieldset>
          <legend className="field-label">{t('whom')}</legend>
          <div className="grid sm:grid-cols-2">
            {matrix.people.map(({ id, name }) => (
              <Checkbox key={id} name="personIds" value={id} label={name} />
            ))}
          </div>
        </fieldset>
        <PendingButton className="justify-self-start">{t('assignNow')}</PendingButton>
      </ActionForm>
    </Section>
  )
}
