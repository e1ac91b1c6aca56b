import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { VISIBILITIES } from '#domain/career'

type Props = {
  target: { positionId: string; title: string }
  companions: readonly { id: string; name: string }[]
  today: string
  open: FormAction
}

/** Begins a plan towards one position: who goes along, by when, who sees it. */
export function PlanForm({ target, companions, today, open }: Props) {
  const t = useTranslations('career.plan')
  const near = companions.map(({ id, name }) => ({ value: id, label: name }))
  const seenBy = VISIBILITIES.map((value) => ({ value, label: t(`visibilities.${value}`) }))
  return (
    // Steps above lead here; a browser opens what is folded around it.
    <div id={`plan-${target.positionId}`}>
      <ActionForm
        action={open}
        label={t('openNamed', { title: target.title })}
        className="grid max-w-xl gap-4"
      >
        <input type="hidden" name="targetId" value={target.positionId} />
        <Select name="visibility" label={t('seenBy')} options={seenBy} defaultValue="supervisor" required />
        {near.length > 0 && (
          <Select name="companionId" label={t('companion')} options={near} placeholder={t('companionAny')} />
        )}
        <TextInput name="targetOn" type="date" min={today} label={t('targetOn')} />
        <PendingButton icon="goal" className="justify-self-start">
          {t('open')}
        </PendingButton>
      </ActionForm>
    </div>
  )
}
