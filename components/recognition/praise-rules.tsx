import { useTranslations } from 'next-intl'
import { BilingualInput } from '#components/ui/bilingual-input'
import { Disclosure } from '#components/ui/disclosure'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { Notice } from '#components/ui/notice'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { TextArea } from '#components/ui/text-area'
import { TextInput } from '#components/ui/text-input'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

type Cap = { kind: 'supervisor' | 'peer'; now: number; next: number }
type Value = { slug: string; title: Text; meaning: Text }

/** How many praises a month there are; a change holds from the next month, so that nobody's budget changes under them. */
export function Caps({ caps, setCap }: { caps: readonly Cap[]; setCap: FormAction }) {
  const t = useTranslations('recognition.rules')
  return (
    <Section id="caps" title={t('caps')} note={t('capsNote')}>
      <div className="grid gap-6">
        {caps.map(({ kind, now, next }) => (
          <ActionForm
            key={kind}
            action={setCap}
            label={t(`cap.${kind}`)}
            className="grid max-w-xs gap-3"
            resetWhenDone={false}
          >
            <input type="hidden" name="kind" value={kind} />
            <TextInput
              name="cap"
              type="number"
              inputMode="numeric"
              min="0"
              max="50"
              label={t(`cap.${kind}`)}
              hint={t('capNow', { now })}
              defaultValue={String(next)}
              required
            />
            <PendingButton variant="quiet" className="justify-self-start">
              {t('save')}
            </PendingButton>
          </ActionForm>
        ))}
      </div>
    </Section>
  )
}

export function Freeze({ lift }: { lift: FormAction }) {
  const t = useTranslations('recognition.rules')
  return (
    <Section id="freeze" title={t('frozen')}>
      <Notice tone="warn">{t('frozenNote')}</Notice>
      <Disclosure summary={t('lift')}>
        <ActionForm action={lift} label={t('lift')} className="grid max-w-[72ch] gap-4">
          <TextArea
            name="reason"
            label={t('liftReason')}
            hint={t('liftHint')}
            maxLength={500}
            rows={2}
            required
          />
          <PendingButton className="justify-self-start">{t('lift')}</PendingButton>
        </ActionForm>
      </Disclosure>
    </Section>
  )
}

function ValueForm({ value, write }: { value?: Value; write: FormAction }) {
  const t = useTranslations('recognition.rules')
  return (
    <ActionForm action={write} label={t('writeValue')} className="grid max-w-xl gap-4" resetWhenDone={!value}>
      {value ? (
        <input type="hidden" name="slug" value={value.slug} />
      ) : (
        <TextInput
          name="slug"
          label={t('slug')}
          hint={t('slugHint')}
          maxLength={41}
          spellCheck={false}
          required
        />
      )}
      <BilingualInput
        name="title"
        labels={{ uk: t('titleUk'), en: t('titleEn') }}
        value={value?.title}
        maxLength={60}
        required
      />
      <BilingualInput
        name="meaning"
        labels={{ uk: t('meaningUk'), en: t('meaningEn') }}
        value={value?.meaning}
        maxLength={300}
        required
      />
      <PendingButton variant="quiet" className="justify-self-start">
        {t('save')}
      </PendingButton>
    </ActionForm>
  )
}

type ValuesProps = { values: readonly Value[]; write: FormAction; retire: FormAction; locale: Locale }

/** What the company stands for; praise that showed a value keeps it when the value is offered no more. */
export function Values({ values, write, retire, locale }: ValuesProps) {
  const t = useTranslations('recognition.rules')
  return (
    <Section id="values" title={t('values')} note={t('valuesNote')}>
      <ul className="rows">
        {values.map((value) => (
          <li key={value.slug} className="grid gap-1 py-4">
            <h3 className="font-semibold">{inLocale(value.title, locale)}</h3>
            <p className="text-small text-soft">{inLocale(value.meaning, locale)}</p>
            <Disclosure summary={t('change')}>
              <div className="grid gap-6">
                <ValueForm value={value} write={write} />
                <ActionForm action={retire} label={t('retire')}>
                  <input type="hidden" name="slug" value={value.slug} />
                  <PendingButton variant="danger" size="small" className="justify-self-start">
                    {t('retire')}
                  </PendingButton>
                </ActionForm>
              </div>
            </Disclosure>
          </li>
        ))}
      </ul>
      <Disclosure summary={t('addValue')}>
        <ValueForm write={write} />
      </Disclosure>
    </Section>
  )
}
