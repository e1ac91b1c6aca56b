import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { hasOrganisationSignIn } from '#app/_next/auth'
import { currentSession } from '#app/_next/session'
import { chooseLocale } from '#app/_next/shell-actions'
import { organisationSignInAction, signInAction } from '#app/_next/sign-in'
import { DemoAccounts } from '#components/accounts/demo-accounts'
import { SignInForm } from '#components/accounts/sign-in-form'
import { SignInLayout } from '#components/layout/sign-in-layout'
import { Words } from '#components/layout/words'
import { doorState } from '#server/accounts/door-queries'

type Props = { searchParams: Promise<{ next?: string; refused?: string; error?: string; as?: string }> }

export async function generateMetadata() {
  const t = await getTranslations('accounts')
  return { title: t('signIn') }
}

export default async function SignInPage({ searchParams }: Props) {
  const [{ next, refused, error, as }, session, door] = await Promise.all([
    searchParams,
    currentSession(),
    doorState(),
  ])
  if (session) redirect('/')
  if (door.needsSetUp) redirect('/set-up')
  const [locale, t] = await Promise.all([getLocale(), getTranslations('accounts')])
  const below = door.isDemo ? <DemoAccounts chosen={as} /> : undefined
  return (
    <Words namespaces={['ui.browser']}>
      <SignInLayout
        title={t('welcome')}
        lead={t('welcomeLead')}
        locale={locale}
        setLocale={chooseLocale}
        below={below}
      >
        <SignInForm
          action={signInAction}
          organisationAction={hasOrganisationSignIn ? organisationSignInAction : undefined}
          next={next}
          refused={refused === 'unknown' || refused === 'unverified' ? refused : error && 'failed'}
          email={door.isDemo && as ? `${as}@sviato.test` : undefined}
        />
      </SignInLayout>
    </Words>
  )
}
