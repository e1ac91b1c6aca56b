import { useFormatter, useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/form'
import type { FormAction } from '#components/ui/form-state'
import { List, Row } from '#components/ui/list'
import { PendingButton } from '#components/ui/pending-button'
import { RadioGroup } from '#components/ui/radio-group'
import { Section } from '#components/ui/section'
import { TextInput } from '#components/ui/text-input'

type Token = { id: string; name: string; scope: string; expiresAt: Date }
type Props = { tokens: Token[]; make: FormAction; revoke: FormAction }

export function TokenList({ tokens, make, revoke }: Props) {
  const t = useTranslations('accounts')
  const format = useFormatter()
  const scopes = (['read', 'write'] as const).map((scope) => ({ value: scope, label: t(`tokens.${scope}`) }))
  return (
    <div className="mt-6">
      <Section id="tokens" title={t('tokens.title')} note={t('tokens.lead')}>
        {tokens.length === 0 && <p className="text-soft">{t('tokens.none')}</p>}
        <List>
          {tokens.map((token) => (
            <Row
              key={token.id}
              icon="lock"
              title={token.name}
              note={`${t(`tokens.${token.scope as 'read' | 'write'}`)} · ${t('tokens.until', { date: format.dateTime(token.expiresAt, { dateStyle: 'long' }) })}`}
              end={
                <ActionForm action={revoke} label={t('tokens.revokeNamed', { name: token.name })}>
                  <input type="hidden" name="tokenId" value={token.id} />
                  <PendingButton variant="plain" size="small">
                    {t('tokens.revoke')}
                  </PendingButton>
                </ActionForm>
              }
            />
          ))}
        </List>
      </Section>
      <Section id="new-token" title={t('tokens.make')}>
        <ActionForm action={make} label={t('tokens.make')} className="grid max-w-xl gap-6">
          <TextInput name="name" label={t('tokens.name')} autoComplete="off" required />
          <RadioGroup name="scope" label={t('tokens.scope')} options={scopes} defaultValue="read" required />
          <TextInput
            name="days"
            label={t('tokens.days')}
            type="number"
            min={1}
            max={365}
            defaultValue="90"
            required
          />
          <PendingButton className="justify-self-start">{t('tokens.make')}</PendingButton>
        </ActionForm>
      </Section>
    </div>
  )
}
