'use server'

import { formAction } from '#app/_next/forms'
import { readNotices } from '#server/notifications/read'

export const readNoticeAction = formAction(readNotices)
export const readAllNoticesAction = formAction(readNotices, { said: 'noticesRead' })
