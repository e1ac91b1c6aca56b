import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { chooseLocale } from '#app/_next/shell-actions'
import { SignInLayout } from '#components/layout/sign-in-layout'
import { Words } from '#components/layout/words'
import { CertificateFacts, CodeForm } from '#components/training/certificate'
import { LinkButton } from '#components/ui/link-button'
import { systemActor } from '#domain/access'
import { Refused } from '#domain/refused'
import { noteLost } from '#server/request-scope'
import { verifyCertificate } from '#server/training/certificate-queries'

type Props = { params: Promise<{ code: string }> }

const readCertificate = cache((code: string) =>
  verifyCertificate(systemActor(), { code: code.slice(0, 60) }).catch((error: unknown) => {
    if (error instanceof Refused) return null
    throw error
  }),
)

export async function generateMetadata({ params }: Props) {
  const [certificate, t] = await Promise.all([
    params.then(({ code }) => readCertificate(code)),
    getTranslations('training.verify'),
  ])
  return { title: t(certificate ? 'title' : 'unknown'), robots: { index: false } }
}

/** What a certificate says, whether it holds, and nothing else; of no certificate, that there is none. */
export default async function VerifiedPage({ params }: Props) {
  const [{ code }, locale, t] = await Promise.all([params, getLocale(), getTranslations('training.verify')])
  const certificate = await readCertificate(code)
  if (!certificate) noteLost()
  const says = certificate ? { title: t('title') } : { title: t('unknown'), lead: t('unknownLead') }
  return (
    <Words namespaces={['ui.browser']}>
      <SignInLayout {...says} locale={locale} setLocale={chooseLocale}>
        {certificate ? (
          <>
            <CertificateFacts certificate={certificate} locale={locale} />
            <p>
              <LinkButton href="/verify">{t('another')}</LinkButton>
            </p>
          </>
        ) : (
          // Most often a slip of the hand, so the form stands here again.
          <CodeForm />
        )}
      </SignInLayout>
    </Words>
  )
}
