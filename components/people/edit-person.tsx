import { useTranslations } from 'next-intl'
import { GrantForm } from '#components/people/grant-form'
import type { Places } from '#components/people/post-fields'
import { PostFields } from '#components/people/post-fields'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import type { Locale } from '#domain/text'

type Edited = {
  id: string
  name: string
  email: string
  positionId: string | null
  siteId: string | null
  teamId: string | null
}
type Props = {
  person: Edited
  places: Places
  locale: Locale
  today: string
  rename?: FormAction
  move?: FormAction
  end?: FormAction
  grant?: FormAction
  resetPassword?: FormAction
}

const MOVES = ['transfer', 'up', 'across', 'out', 'back', 'acting'] as const

/** What HR changes; each in its own fold, so that a hand does not end somebody's work by chance. */
export function EditPerson({
  person,
  places,
  locale,
  today,
  rename,
  move,
  end,
  grant,
  resetPassword,
}: Props) {
  const t = useTranslations('people')
  const who = <input type="hidden" name="personId" value={person.id} />
  const moves = MOVES.map((kind) => ({ value: kind, label: t(`move.${kind}`) }))
  return (
    <Section id="change" title={t('change')}>
      {move && (
        <Disclosure summary={t('moveTitle')}>
          <ActionForm action={move} label={t('moveTitle')} className="grid max-w-xl gap-6">
            {who}
            <Select name="kind" label={t('moveKind')} options={moves} defaultValue="transfer" required />
            <PostFields places={places} locale={locale} chosen={person} />
            <TextInput name="startsOn" label={t('startsOn')} type="date" defaultValue={today} required />
            <TextInput name="reason" label={t('reason')} />
            <PendingButton className="justify-self-start">{t('moveNow')}</PendingButton>
          </ActionForm>
        </Disclosure>
      )}
      {grant && (
        <Disclosure summary={t('grantTitle')}>
          <GrantForm action={grant} personId={person.id} places={places} locale={locale} />
        </Disclosure>
      )}
      {rename && (
        <Disclosure summary={t('renameTitle')}>
          <ActionForm
            action={rename}
            label={t('renameTitle')}
            resetWhenDone={false}
            className="grid max-w-xl gap-6"
          >
            {who}
            <TextInput name="name" label={t('name')} defaultValue={person.name} autoComplete="off" required />
            <TextInput
              name="email"
              label={t('email')}
              type="email"
              defaultValue={person.email}
              autoComplete="off"
              required
            />
            <PendingButton className="justify-self-start">{t('save')}</PendingButton>
          </ActionForm>
        </Disclosure>
      )}
      {resetPassword && (
        <Disclosure summary={t('accountTitle')}>
          <ActionForm action={resetPassword} label={t('accountTitle')} className="grid max-w-xl gap-6">
            {who}
            <p className="text-soft">{t('accountLead')}</p>
            <PendingButton className="justify-self-start">{t('accountNow')}</PendingButton>
          </ActionForm>
        </Disclosure>
      )}
      {end && (
        <Disclosure summary={t('endTitle')}>
          <ActionForm action={end} label={t('endTitle')} className="grid max-w-xl gap-6">
            {who}
            <p className="text-soft">{t('endLead')}</p>
            <TextInput name="lastDay" label={t('lastDay')} type="date" defaultValue={today} required />
            <TextInput name="reason" label={t('reason')} />
            <PendingButton variant="danger" className="justify-self-start">
              {t('endNow')}
            </PendingButton>
          </ActionForm>
        </Disclosure>
      )}
    </Section>
  )
}
