import { useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/empty-state'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Link } from '#components/ui/link'
import { List, Row } from '#components/ui/list'
import { PendingButton } from '#components/ui/pending-button'
import { RadioGroup } from '#components/ui/radio-group'
import { Section } from '#components/ui/section'
import { Status } from '#components/ui/status'
import { TextInput } from '#components/ui/text-input'
import { MARKS } from '#domain/training'

type Enrolled = {
  enrolmentId: string
  personId: string
  name: string
  state: string
  line: number | null
  score: number | null
}
type Props = { sessionId: string; people: readonly Enrolled[]; begun: boolean; mark: FormAction }

const MARK_OF: Record<string, (typeof MARKS)[number]> = {
  booked: 'none',
  attended: 'present',
  'no-show': 'absent',
  failed: 'failed',
}

/** Who sits in the session and who waits; once it has begun, one form in which a trainer marks them all from a phone. */
export function Roster({ sessionId, people, begun, mark }: Props) {
  const t = useTranslations('training.session')
  const seated = people.filter(({ state }) => state !== 'waitlisted')
  const waiting = people.filter(({ state }) => state === 'waitlisted')
  return (
    <>
      <Section id="people" title={t('people')} note={begun ? t('markNote') : undefined}>
        {seated.length === 0 && <EmptyState icon="people" title={t('nobody')} />}
        {seated.length > 0 && begun && <MarkForm sessionId={sessionId} seated={seated} mark={mark} />}
        {!begun && <Names people={seated} label={t('people')} />}
      </Section>
      {waiting.length > 0 && (
        <Section id="waiting" title={t('waiting')}>
          <Names people={waiting} label={t('waiting')} />
        </Section>
      )}
    </>
  )
}

function Names({ people, label }: { people: readonly Enrolled[]; label: string }) {
  return (
    <List label={label}>
      {people.map(({ enrolmentId, personId, name }) => (
        <Row key={enrolmentId} title={name} href={`/training/people/${personId}`} />
      ))}
    </List>
  )
}

type MarkProps = { sessionId: string; seated: readonly Enrolled[]; mark: FormAction }

function MarkForm({ sessionId, seated, mark }: MarkProps) {
  const t = useTranslations('training.session')
  const open = seated.filter(({ state }) => state in MARK_OF)
  const closed = seated.filter(({ state }) => !(state in MARK_OF))
  const options = MARKS.map((value) => ({ value, label: t(`marks.${value}`) }))
  return (
    <>
      {open.length > 0 && (
        <ActionForm action={mark} label={t('people')} resetWhenDone={false} className="grid gap-4">
          <input type="hidden" name="sessionId" value={sessionId} />
          <ul className="rows">
            {open.map(({ enrolmentId, name, state }, index) => (
              // A mark that was given to the rest stands in its field anew.
              <li key={`${enrolmentId} ${state}`} className="row flex-wrap items-end!">
                <input type="hidden" name={`marks[${index}].enrolmentId`} value={enrolmentId} />
                <div className="min-w-0 flex-1 basis-72">
                  <RadioGroup
                    name={`marks[${index}].mark`}
                    label={name}
                    options={options}
                    defaultValue={MARK_OF[state]}
                    look="segmented"
                  />
                </div>
                <div className="w-36">
                  <TextInput
                    name={`marks[${index}].score`}
                    type="number"
                    min={0}
                    max={100}
                    step={1}
                    inputMode="numeric"
                    label={t('score')}
                  />
                </div>
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-3">
            <PendingButton icon="check">{t('save')}</PendingButton>
            <PendingButton variant="quiet" name="rest" value="present">
              {t('saveRest')}
            </PendingButton>
          </div>
        </ActionForm>
      )}
      {closed.length > 0 && (
        <ul className="rows mt-6">
          {closed.map(({ enrolmentId, personId, name, score }) => (
            <li key={enrolmentId} className="row">
              <Link href={`/training/people/${personId}`} className="link min-w-0 flex-1">
                {name}
              </Link>
              {score !== null && <span className="text-small text-soft">{t('scored', { score })}</span>}
              <Status tone="good">{t('marks.passed')}</Status>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
