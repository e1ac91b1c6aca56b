import { getLocale, getTranslations } from 'next-intl/server'
import { chooseLocale } from '#app/_next/shell-actions'
import { SignInLayout } from '#components/layout/sign-in-layout'
import { Words } from '#components/layout/words'
import { CodeForm } from '#components/training/certificate'

export async function generateMetadata() {
  const t = await getTranslations('training.verify')
  return { title: t('unknown') }
}

/** No such number: most often a slip of the hand, so the form stands here again. */
export default async function UnknownCertificatePage() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('training.verify')])
  return (
    <Words namespaces={['ui.browser']}>
      <SignInLayout title={t('unknown')} lead={t('unknownLead')} locale={locale} setLocale={chooseLocale}>
        <CodeForm />
      </SignInLayout>
    </Words>
  )
}
