import { cookieNames } from '#app/_next/cookie-names'
import { environment } from '#db/environment'

const secure = environment().appUrl.startsWith('https:')

export const { session: SESSION_COOKIE, device: DEVICE_COOKIE } = cookieNames(secure)
export const cookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
