import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button'
import { Disclosure } from '#components/ui/disclosure'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { IDEA_STATES } from '#domain/ideas'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

/** What was chosen above the form, and stays. */
const KEPT = ['sort', 'mine', 'following', 'teamId'] as const

type Props = {
  areas: readonly { id: string; name: Text }[]
  /** Questions that ideas answer. */
  campaigns: readonly { id: string; name: Text }[]
  chosen: Partial<Record<'search' | 'areaId' | 'state' | 'campaignId' | (typeof KEPT)[number], string>>
  locale: Locale
}

/** A plain GET form; the order that is chosen above stays. */
export function IdeasFilter({ areas, campaigns, chosen, locale }: Props) {
  const t = useTranslations('ideas')
  const choices = (named: Props['areas']) =>
    named.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) }))
  return (
    <search className="my-6">
      <form className="grid gap-4">
        {KEPT.map(
          (name) => chosen[name] && <input key={name} type="hidden" name={name} value={chosen[name]} />,
        )}
        <TextInput name="search" label={t('filter.search')} defaultValue={chosen.search} />
        <Disclosure
          summary={t('filter.narrow')}
          open={Boolean(chosen.areaId || chosen.state || chosen.campaignId)}
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <Select
              name="areaId"
              label={t('filter.area')}
              options={choices(areas)}
              defaultValue={chosen.areaId}
              placeholder={t('filter.anyArea')}
            />
            <Select
              name="state"
              label={t('filter.state')}
              options={IDEA_STATES.map((state) => ({ value: state, label: t(`browser.states.${state}`) }))}
              defaultValue={chosen.state}
              placeholder={t('filter.anyState')}
            />
            {campaigns.length > 0 && (
              <Select
                name="campaignId"
                label={t('filter.campaign')}
                options={choices(campaigns)}
                defaultValue={chosen.campaignId}
                placeholder={t('filter.anyCampaign')}
              />
            )}
          </div>
        </Disclosure>
        <Button type="submit" icon="search" className="justify-self-start">
          {t('filter.find')}
        </Button>
      </form>
    </search>
  )
}
