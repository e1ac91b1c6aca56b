import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { PendingButton } from '#components/ui/pending-button'
import { RadioGroup } from '#components/ui/radio-group'
import { SWAP_RULES } from '#domain/rotation/swaps'
import { inLocale, type Locale, type Text } from '#domain/text'

type Props = {
  rules: { teamId: string; name: Text; rule: (typeof SWAP_RULES)[number] }[]
  locale: Locale
  set: FormAction
}

/** What happens with agreed swaps, a team at a time. */
export function SwapRules({ rules, locale, set }: Props) {
  const words = useTranslations('rotation.swaps')
  return (
    <div className="grid gap-6">
      {rules.map(({ teamId, name, rule }) => (
        <ActionForm
          key={teamId}
          action={set}
          label={words('ruleOf', { team: inLocale(name, locale) })}
          className="grid gap-3"
          resetWhenDone={false}
        >
          <input type="hidden" name="teamId" value={teamId} />
          <RadioGroup
            name="rule"
            label={inLocale(name, locale)}
            defaultValue={rule}
            options={SWAP_RULES.map((value) => ({ value, label: words(`rules.${value}`) }))}
            required
          />
          <PendingButton variant="quiet" size="small" className="justify-self-start">
            {words('setRule')}
          </PendingButton>
        </ActionForm>
      ))}
    </div>
  )
}
