import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'

type Props = { siteId: string; teamId: string; date: string; take: FormAction }

const WEEKS = ['1', '2', '4', '8']

/** The mean of the same weekday in the last weeks, in the place of what stands. */
export function DemandPast({ siteId, teamId, date, take }: Props) {
  const words = useTranslations('rotation.demandDay')
  return (
    <ActionForm action={take} label={words('past')} className="flex flex-wrap items-end gap-4">
      <input type="hidden" name="siteId" value={siteId} />
      <input type="hidden" name="teamId" value={teamId} />
      <input type="hidden" name="onDate" value={date} />
      <Select
        name="weeks"
        label={words('weeks')}
        defaultValue="4"
        options={WEEKS.map((value) => ({ value, label: words('weeksOf', { weeks: Number(value) }) }))}
        required
      />
      <PendingButton variant="quiet" icon="history">
        {words('past')}
      </PendingButton>
    </ActionForm>
  )
}
