import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'

type Props = {
  personId: string
  mentor: { id: string; name: string } | null
  mentors: readonly { id: string; name: string; mentees: number }[]
  today: string
  /** Without it one only reads who it is. */
  assign?: FormAction
}

/** Who brings somebody along, and whom of those ready for it one may ask; who has fewest people stands first. */
export function MentorForm({ personId, mentor, mentors, today, assign }: Props) {
  const t = useTranslations('career.mentor')
  const options = mentors
    .filter(({ id }) => id !== mentor?.id)
    .map(({ id, name, mentees }) => ({ value: id, label: t('option', { name, mentees }) }))
  return (
    <Section id="mentor" title={t('title')}>
      <p className="mb-4">{mentor ? t('now', { name: mentor.name }) : t('nobody')}</p>
      {assign && options.length === 0 && <p className="text-small text-soft">{t('noOffers')}</p>}
      {assign && options.length > 0 && (
        <ActionForm action={assign} label={t('give')} className="grid gap-4">
          <input type="hidden" name="menteeId" value={personId} />
          <input type="hidden" name="startsOn" value={today} />
          <Select name="mentorId" label={t('who')} options={options} required />
          <PendingButton variant="quiet" className="justify-self-start">
            {t('give')}
          </PendingButton>
        </ActionForm>
      )}
    </Section>
  )
}
