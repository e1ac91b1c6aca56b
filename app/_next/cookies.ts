import { environment } from '#db/environment'

const secure = environment().appUrl.startsWith('https:')

export const SESSION_COOKIE = secure ? '__Host-sviato.session' : 'sviato.session'
export const DEVICE_COOKIE = secure ? '__Host-sviato.device' : 'sviato.device'
export const cookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
