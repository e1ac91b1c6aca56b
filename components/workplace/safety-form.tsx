import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'
import type { Text } from '#domain/text'

type Props = {
  site: {
    siteId: string
    route: Text | null
    routeMinutes: number | null
    generator: Text | null
    connection: Text | null
    autonomyHours: number | null
    autonomyTestedOn: string | null
  }
  set: FormAction
}

/** What a site has for an alarm and an outage. */
export function SafetyForm({ site, set }: Props) {
  const words = useTranslations('workplace.safety')
  return (
    <ActionForm action={set} label={words('editTitle')} resetWhenDone={false} className="grid max-w-xl gap-4">
      <input type="hidden" name="siteId" value={site.siteId} />
      <TextArea
        name="route.uk"
        label={words('route')}
        defaultValue={site.route?.uk}
        maxLength={500}
        rows={3}
        required
      />
      <TextArea
        name="route.en"
        label={words('routeEn')}
        defaultValue={site.route?.en}
        maxLength={500}
        rows={2}
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
      <TextInput
        name="generator.uk"
        label={words('generator')}
        defaultValue={site.generator?.uk}
        maxLength={300}
      />
      <TextInput
        name="connection.uk"
        label={words('connection')}
        defaultValue={site.connection?.uk}
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
