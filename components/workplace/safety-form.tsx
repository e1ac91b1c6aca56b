import { useTranslations } from 'next-intl'
import { BilingualInput } from '#components/ui/bilingual-input'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { TextInput } from '#components/ui/text-input'
import type { SiteFacts } from '#components/workplace/safety-facts'

type Props = { site: SiteFacts & { siteId: string }; set: FormAction }

/** What a site has for an alarm and an outage. */
export function SafetyForm({ site, set }: Props) {
  const words = useTranslations('workplace.safety')
  return (
    <ActionForm action={set} label={words('editTitle')} resetWhenDone={false} className="grid max-w-xl gap-4">
      <input type="hidden" name="siteId" value={site.siteId} />
      <BilingualInput
        name="route"
        labels={{ uk: words('route'), en: words('routeEn') }}
        value={site.route}
        maxLength={500}
        rows={3}
        required
      />
      <TextInput
        name="routeMinutes"
        label={words('routeMinutes')}
        type="number"
        min={0}
        max={120}
        defaultValue={site.routeMinutes ?? undefined}
        required
      />
      <BilingualInput
        name="generator"
        labels={{ uk: words('generator'), en: words('generatorEn') }}
        value={site.generator}
        maxLength={300}
      />
      <BilingualInput
        name="connection"
        labels={{ uk: words('connection'), en: words('connectionEn') }}
        value={site.connection}
        maxLength={300}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput
          name="autonomyHours"
          label={words('autonomyHours')}
          inputMode="decimal"
          defaultValue={site.autonomyHours ?? undefined}
        />
        <TextInput
          name="autonomyTestedOn"
          label={words('autonomyTestedOn')}
          type="date"
          defaultValue={site.autonomyTestedOn ?? undefined}
        />
      </div>
      <PendingButton className="justify-self-start">{words('save')}</PendingButton>
    </ActionForm>
  )
}
