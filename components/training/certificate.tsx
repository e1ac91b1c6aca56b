import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '#components/ui/button'
import { KeyValues } from '#components/ui/key-values'
import { Notice } from '#components/ui/notice'
import { TextInput } from '#components/ui/text-input'
import type { CertificateState } from '#domain/certificates'
import { printedCode } from '#domain/certificates'
import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

/** Asks for the number of a certificate; a plain form, so that it works anywhere. */
export function CodeForm() {
  const t = useTranslations('training.verify')
  return (
    <form action="/verify" className="grid gap-6">
      <TextInput
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        required
        maxLength={60}
        spellCheck={false}
      />
      <Button type="submit" variant="primary" className="justify-self-start">
        {t('check')}
      </Button>
    </form>
  )
}

type Certificate = {
  code: string
  state: CertificateState
  name: string
  title: Text
  hours: number
  completedOn: string
  validUntil: string | null
  issuer: Text
}

const TONES = { valid: 'good', expired: 'warn', revoked: 'bad' } as const

/** Whether a certificate holds, then what it says. */
export function CertificateFacts({ certificate, locale }: { certificate: Certificate; locale: Locale }) {
  const t = useTranslations('training')
  const format = useFormatter()
  const { state, code, name, title, hours, completedOn, validUntil, issuer } = certificate
  const day = (on: string) => format.dateTime(new Date(on), { dateStyle: 'long', timeZone: 'UTC' })
  const rows = [
    { label: t('verify.name'), value: name },
    { label: t('verify.training'), value: inLocale(title, locale) },
    { label: t('verify.hours'), value: t('certificate.hoursValue', { hours }) },
    { label: t('verify.completedOn'), value: day(completedOn) },
    {
      label: t('verify.validUntil'),
      value: validUntil ? day(validUntil) : t('certificate.forEver'),
    },
    { label: t('verify.issuer'), value: inLocale(issuer, locale) },
    { label: t('verify.number'), value: printedCode(code) },
  ]
  return (
    <>
      <Notice tone={TONES[state]}>{t(`verify.${state}Lead`)}</Notice>
      <KeyValues rows={rows} />
    </>
  )
}
