'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { CredentialsSignin } from 'next-auth'
import { getTranslations } from 'next-intl/server'
import { authSecret, signIn } from '#app/_next/auth'
import { cookieOptions, DEVICE_COOKIE } from '#app/_next/cookies'
import { markDevice } from '#app/_next/device'
import { limitPerNetwork } from '#app/_next/limits'
import type { FormState } from '#components/ui/form-state'
import { Refused } from '#domain/refused'

const YEAR = 31_536_000

/** Only inside the portal: an address of another origin, or one that a browser would read as such, leads home. */
const inside = (target: unknown): string => {
  if (typeof target !== 'string' || !/^\/(?![/\\])[^\s\\]*$/.test(target)) return '/'
  // As a browser will read it: `/.//example.org` is another origin once the dot is gone.
  const { pathname, search } = new URL(target, 'http://portal')
  return pathname.startsWith('//') || pathname.startsWith('/sign-in') ? '/' : pathname + search
}

const refusal = async (code: string): Promise<string> => {
  const t = await getTranslations('accounts')
  const seconds = Number(code.match(/^wait-(\d+)$/)?.[1] ?? 0)
  return seconds ? t('wait', { minutes: Math.ceil(seconds / 60) }) : t('wrong')
}

/** Undefined of a defect. */
const codeOf = (error: unknown): string | undefined => {
  if (error instanceof CredentialsSignin) return error.code
  return error instanceof Refused ? 'wait-900' : undefined
}

export async function signInAction(previous: FormState, data: FormData): Promise<FormState> {
  const email = String(data.get('email') ?? '')
  const [jar, head] = await Promise.all([cookies(), headers()])
  const given = {
    email,
    password: String(data.get('password') ?? ''),
    address: head.get('x-client-address') ?? '',
    device: jar.get(DEVICE_COOKIE)?.value ?? '',
  }
  try {
    await limitPerNetwork(given.address, 'door')
    await signIn('credentials', { ...given, redirect: false })
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    const message = await refusal(code)
    return { status: 'refused', message, values: { email }, sequence: previous.sequence + 1 }
  }
  const marked = markDevice(given.device, email, authSecret())
  jar.set(DEVICE_COOKIE, marked, { ...cookieOptions, maxAge: YEAR })
  redirect(inside(data.get('next')))
}

export async function organisationSignInAction(data: FormData): Promise<void> {
  await signIn('organisation', { redirectTo: inside(data.get('next')) })
}
