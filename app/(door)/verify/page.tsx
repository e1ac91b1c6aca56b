import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { chooseLocale } from '#app/_next/shell-actions'
import { SignInLayout } from '#components/layout/sign-in-layout'
import { Words } from '#components/layout/words'
import { CodeForm } from '#components/training/certificate'
import { readCode } from '#domain/certificates'

type Props = { searchParams: Promise<{ code?: string | string[] }> }

export async function generateMetadata() {
  const t = await getTranslations('training.verify')
  return { title: t('title') }
}

/** Open to everybody: an employer, a client or a school with a certificate in hand types its number here. */
export default async function VerifyPage({ searchParams }: Props) {
  const [{ code }, locale, t] = await Promise.all([
    searchParams,
    getLocale(),
    getTranslations('training.verify'),
  ])
  const wanted = typeof code === 'string' ? readCode(code).slice(0, 60) : ''
  if (wanted) redirect(`/verify/${encodeURIComponent(wanted)}`)
  return (
    <Words namespaces={['ui.browser']}>
      <SignInLayout title={t('title')} lead={t('lead')} locale={locale} setLocale={chooseLocale}>
        <CodeForm />
      </SignInLayout>
    </Words>
  )
}
