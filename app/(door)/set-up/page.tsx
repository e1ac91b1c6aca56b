import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { chooseLocale } from '#app/_next/shell-actions'
import { SetUpForm } from '#components/accounts/set-up-form'
import { SignInLayout } from '#components/layout/sign-in-layout'
import { Words } from '#components/layout/words'
import { timeZones } from '#domain/time-zones'
import { doorState } from '#server/accounts/door-queries'
import { setUpAction } from './actions'

export async function generateMetadata() {
  const t = await getTranslations('accounts')
  return { title: t('setUp.title') }
}

export default async function SetUpPage() {
  const door = await doorState()
  if (!door.needsSetUp) notFound()
  const [locale, t] = await Promise.all([getLocale(), getTranslations('accounts')])
  return (
    <Words namespaces={['ui.browser']}>
      <SignInLayout title={t('setUp.title')} lead={t('setUp.lead')} locale={locale} setLocale={chooseLocale}>
        <SetUpForm action={setUpAction} zones={timeZones()} />
      </SignInLayout>
    </Words>
  )
}
