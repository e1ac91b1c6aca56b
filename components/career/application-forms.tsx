import { useTranslations } from 'next-intl'
import type { Application, ApplicationActions } from '#components/career/application-list'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import { PendingButton } from '#components/ui/pending-button'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'

type Props = { application: Application; today: string; actions: ApplicationActions }

/** What may be done with an application now; every answer asks for a reason. */
export function ApplicationForms(props: Props) {
  const { may } = props.application
  return (
    <>
      {may.includes('withdraw') && <Withdraw {...props} />}
      {may.includes('decide') && <Decide {...props} />}
      {may.includes('release') && <Release {...props} />}
      {may.includes('postpone') && <Postpone {...props} />}
      {may.includes('talk') && <Talk {...props} />}
    </>
  )
}

const Id = ({ application }: Props) => <input type="hidden" name="applicationId" value={application.id} />

function Withdraw(props: Props) {
  const t = useTranslations('career.openings')
  return (
    <ActionForm action={props.actions.withdraw} label={t('withdraw')} className="block">
      <Id {...props} />
      <PendingButton variant="quiet" size="small">
        {t('withdraw')}
      </PendingButton>
    </ActionForm>
  )
}

function Reason() {
  const t = useTranslations('career.openings')
  return (
    <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} maxLength={1000} required />
  )
}

function Decide(props: Props) {
  const t = useTranslations('career.openings')
  const { name } = props.application.person
  return (
    <>
      <Disclosure summary={t('accept')}>
        <ActionForm
          action={props.actions.decide}
          label={t('acceptNamed', { name })}
          className="grid max-w-xl gap-4"
        >
          <Id {...props} />
          <input type="hidden" name="outcome" value="accepted" />
          <Reason />
          <TextInput name="releaseOn" type="date" min={props.today} label={t('releaseLabel')} required />
          <PendingButton icon="check" className="justify-self-start">
            {t('acceptNow')}
          </PendingButton>
        </ActionForm>
      </Disclosure>
      <Disclosure summary={t('decline')}>
        <ActionForm
          action={props.actions.decide}
          label={t('declineNamed', { name })}
          className="grid max-w-xl gap-4"
        >
          <Id {...props} />
          <input type="hidden" name="outcome" value="declined" />
          <Reason />
          <PendingButton variant="quiet" className="justify-self-start">
            {t('declineNow')}
          </PendingButton>
        </ActionForm>
      </Disclosure>
    </>
  )
}

function Release(props: Props) {
  const t = useTranslations('career.openings')
  const { person, releaseOn } = props.application
  return (
    <Disclosure summary={t('release')}>
      <ActionForm
        action={props.actions.release}
        label={t('releaseNamed', { name: person.name })}
        className="grid max-w-xl gap-4"
      >
        <Id {...props} />
        <TextInput
          name="startsOn"
          type="date"
          label={t('startsOn')}
          hint={t('releaseHint')}
          defaultValue={releaseOn ?? props.today}
          required
        />
        <PendingButton icon="move" className="justify-self-start">
          {t('releaseNow')}
        </PendingButton>
      </ActionForm>
    </Disclosure>
  )
}

function Postpone(props: Props) {
  const t = useTranslations('career.openings')
  return (
    <Disclosure summary={t('postpone')}>
      <ActionForm
        action={props.actions.postpone}
        label={t('postponeNamed', { name: props.application.person.name })}
        className="grid max-w-xl gap-4"
      >
        <Id {...props} />
        <TextInput name="releaseOn" type="date" min={props.today} label={t('newRelease')} required />
        <Reason />
        <PendingButton variant="quiet" className="justify-self-start">
          {t('postponeNow')}
        </PendingButton>
      </ActionForm>
    </Disclosure>
  )
}

function Talk(props: Props) {
  const t = useTranslations('career.openings')
  const { name } = props.application.person
  return (
    <Disclosure summary={t('talk')}>
      <ActionForm
        action={props.actions.talk}
        label={t('talkNamed', { name })}
        className="grid max-w-xl gap-4"
      >
        <Id {...props} />
        <TextInput
          name="heldOn"
          type="date"
          max={props.today}
          defaultValue={props.today}
          label={t('heldOn')}
          required
        />
        <TextArea name="nextStep" label={t('nextStep')} rows={2} maxLength={1000} required />
        <PendingButton className="justify-self-start">{t('talkNow')}</PendingButton>
      </ActionForm>
    </Disclosure>
  )
}
