import { getLocale, getTranslations } from 'next-intl/server'
import { seen } from '#app/_next/seen'
import { chooseLocale } from '#app/_next/shell-actions'
import { SignInLayout } from '#components/layout/sign-in-layout'
import { Words } from '#components/layout/words'
import { CertificateFacts } from '#components/training/certificate'
import { LinkButton } from '#components/ui/link-button'
import { systemActor } from '#domain/access'
import { verifyCertificate } from '#server/training/certificate-queries'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata() {
  const t = await getTranslations('training.verify')
  return { title: t('title'), robots: { index: false } }
}

/** What a certificate says, whether it holds, and nothing else. */
export default async function VerifiedPage({ params }: Props) {
  const [{ code }, locale, t] = await Promise.all([params, getLocale(), getTranslations('training.verify')])
  const certificate = await seen(verifyCertificate(systemActor(), { code: code.slice(0, 60) }))
  return (
    <Words namespaces={['ui.browser']}>
      <SignInLayout title={t('title')} locale={locale} setLocale={chooseLocale}>
        <CertificateFacts certificate={certificate} locale={locale} />
        <p>
          <LinkButton href="/verify">{t('another')}</LinkButton>
        </p>
      </SignInLayout>
    </Words>
  )
}
