import { useFormatter, useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { EVIDENCE_KEYS } from '#domain/career'

type Shown = { id: string; key: string; happenedOn: string; note: string | null; verifiedBy: string | null }
type Props = {
  personId: string
  own: boolean
  shown: readonly Shown[]
  today: string
  record: FormAction
  verify?: FormAction
}

/** What somebody has done that counts towards a position; one's own word waits until another vouches for it. */
export function PersonEvidence({ personId, own, shown, today, record, verify }: Props) {
  const t = useTranslations('career')
  const format = useFormatter()
  const options = EVIDENCE_KEYS.map((key) => ({ value: key, label: t(`evidence.${key}`) }))
  return (
    <Section id="evidence" title={t('proof.title')} note={own ? t('proof.leadOwn') : t('proof.lead')}>
      {shown.length === 0 && <p className="text-soft">{t('proof.none')}</p>}
      <ul className="rows">
        {shown.map(({ id, key, happenedOn, note, verifiedBy }) => {
          const what = t(`evidence.${key as 'improvement'}`)
          const date = format.dateTime(new Date(happenedOn), {
            day: 'numeric',
            month: 'long',
            year: 'numeric',
          })
          return (
            <li key={id} className="grid gap-1 py-3">
              <p>{what}</p>
              <p className="text-small text-soft">
                {date} · {verifiedBy ? t('proof.by', { name: verifiedBy }) : t('proof.waits')}
              </p>
              {note && <p>{note}</p>}
              {verify && !verifiedBy && (
                <ActionForm action={verify} label={t('proof.verifyNamed', { what, date })}>
                  <input type="hidden" name="evidenceId" value={id} />
                  <PendingButton size="small" icon="check" className="justify-self-start">
                    {t('proof.verify')}
                  </PendingButton>
                </ActionForm>
              )}
            </li>
          )
        })}
      </ul>
      <Disclosure summary={t('proof.add')}>
        <ActionForm action={record} label={t('proof.add')} className="grid max-w-xl gap-4">
          <input type="hidden" name="personId" value={personId} />
          <Select name="key" label={t('ladders.what')} options={options} required />
          <TextInput
            name="happenedOn"
            type="date"
            max={today}
            label={t('proof.on')}
            defaultValue={today}
            required
          />
          <TextInput name="note" label={t('proof.note')} maxLength={500} />
          <PendingButton className="justify-self-start">{t('proof.save')}</PendingButton>
        </ActionForm>
      </Disclosure>
    </Section>
  )
}
