import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import { RadioGroup } from '#components/ui/radio-group'
import { Section } from '#components/ui/section'
import { Select } from '#components/ui/select'
import { TextInput } from '#components/ui/text-input'
import { INTENTS, VISIBILITIES } from '#domain/career'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Intent = {
  kind: (typeof INTENTS)[number]
  targetId: string | null
  visibility: string
  askAgainOn: string
}
type Props = {
  intent: Intent | null
  positions: readonly { positionId: string; title: Text }[]
  ownId: string | null
  target: string | null
  locale: Locale
  today: string
  save: FormAction
}

/** Four answers of equal worth; a target and who may know of it. */
export function IntentForm({ intent, positions, ownId, target, locale, today, save }: Props) {
  const t = useTranslations('career.path')
  const format = useFormatter()
  const options = positions
    .filter(({ positionId }) => positionId !== ownId)
    .map(({ positionId, title }) => ({ value: positionId, label: inLocale(title, locale) }))
  const kinds = INTENTS.map((kind) => ({
    value: kind,
    label: t(`kinds.${kind}`),
    hint: t(`kindHints.${kind}`),
  }))
  const seenBy = VISIBILITIES.map((value) => ({ value, label: t(`visibilities.${value}`) }))
  const until =
    intent && format.dateTime(new Date(intent.askAgainOn), { day: 'numeric', month: 'long', year: 'numeric' })
  return (
    <Section id="intent" title={t('intent')}>
      <div className="grid gap-6">
        {intent && intent.askAgainOn <= today && (
          <Notice>
            <div className="grid justify-items-start gap-3">
              {t('askedAgain', { wish: t(`kinds.${intent.kind}`) })}
              <ActionForm action={save} label={t('stillSo')} className="block">
                <input type="hidden" name="kind" value={intent.kind} />
                {intent.targetId && <input type="hidden" name="targetId" value={intent.targetId} />}
                <input type="hidden" name="visibility" value={intent.visibility} />
                <PendingButton size="small">{t('stillSo')}</PendingButton>
              </ActionForm>
            </div>
          </Notice>
        )}
        {until && intent && intent.askAgainOn > today && <Notice>{t('current', { date: until })}</Notice>}
        <ActionForm action={save} label={t('intent')} resetWhenDone={false} className="grid max-w-xl gap-6">
          <RadioGroup
            name="kind"
            label={t('kind')}
            options={kinds}
            defaultValue={intent?.kind ?? 'undecided'}
            required
          />
          <Select
            name="targetId"
            label={t('target')}
            options={options}
            placeholder={t('targetNone')}
            defaultValue={target ?? intent?.targetId ?? ''}
          />
          <RadioGroup
            name="visibility"
            label={t('visibility')}
            options={seenBy}
            defaultValue={intent?.visibility ?? 'supervisor'}
            required
          />
          <TextInput name="askAgainOn" label={t('askAgainOn')} hint={t('askAgainHint')} type="date" />
          <PendingButton className="justify-self-start">{t('save')}</PendingButton>
        </ActionForm>
      </div>
    </Section>
  )
}
