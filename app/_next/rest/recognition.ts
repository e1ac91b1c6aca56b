import type { Operation } from '#app/_next/operations'
import { listNotices } from '#server/notifications/queries'
import { readNotices } from '#server/notifications/read'
import { givePraise } from '#server/recognition/give'
import { listValues, myBudget } from '#server/recognition/giving-queries'
import { listPraises, listReceived, showPraise } from '#server/recognition/queries'
import { reactToPraise } from '#server/recognition/react'
import { revokePraise } from '#server/recognition/revoke'

export const operations: Operation[] = [
  { method: 'GET', path: '/praises', run: listPraises },
  { method: 'POST', path: '/praises', run: givePraise },
  { method: 'GET', path: '/praises/received', run: listReceived },
  { method: 'GET', path: '/praises/{praiseId}', run: showPraise },
  { method: 'PUT', path: '/praises/{praiseId}/reaction', run: reactToPraise },
  { method: 'POST', path: '/praises/{praiseId}/revocation', run: revokePraise },
  { method: 'GET', path: '/praise-budgets', run: myBudget },
  { method: 'GET', path: '/values', run: listValues },
  { method: 'GET', path: '/notices', run: listNotices },
  { method: 'POST', path: '/notices/read', run: readNotices, status: 200 },
]
