import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { List, Row } from '#components/ui/list'
import { PendingButton } from '#components/ui/pending-button'
import { Section } from '#components/ui/section'
import { TextInput } from '#components/ui/text-input'

type Props = {
  same: readonly { id: string; names: readonly string[] }[]
  add: FormAction
  retire: FormAction
}

/** What the centre calls by several names; the search finds it by each. */
export function SynonymList({ same, add, retire }: Props) {
  const t = useTranslations('settings.search')
  return (
    <Section id="same" title={t('title')} note={t('lead')}>
      {same.length === 0 && <p className="text-soft">{t('none')}</p>}
      <List label={t('title')}>
        {same.map(({ id, names }) => (
          <Row
            key={id}
            icon="search"
            title={names.join(' = ')}
            end={
              <ActionForm action={retire} label={t('removeNamed', { name: names[0] ?? '' })}>
                <input type="hidden" name="synonymsId" value={id} />
                <PendingButton variant="plain" size="small">
                  {t('remove')}
                </PendingButton>
              </ActionForm>
            }
          />
        ))}
      </List>
      <ActionForm action={add} label={t('add')} className="mt-6 grid max-w-xl gap-4">
        <TextInput name="names" label={t('names')} hint={t('namesHint')} maxLength={500} required />
        <PendingButton variant="quiet" className="justify-self-start">
          {t('add')}
        </PendingButton>
      </ActionForm>
    </Section>
  )
}
