import type { Operation } from '#app/_next/operations'
import { listNotices } from '#server/notifications/queries'
import { readNotices } from '#server/notifications/read'
import { listAwards, showAwardDesk } from '#server/recognition/award-queries'
import { myBudget } from '#server/recognition/budget-queries'
import { confirmAward } from '#server/recognition/confirm-award'
import { congratulate } from '#server/recognition/congratulate'
import { listCopied } from '#server/recognition/copied-queries'
import { decideThanks } from '#server/recognition/decide-thanks'
import { enterThanks } from '#server/recognition/enter-thanks'
import { givePraise } from '#server/recognition/give'
import { listValues } from '#server/recognition/giving-queries'
import { importThanks } from '#server/recognition/import-thanks'
import { keepReported } from '#server/recognition/keep-reported'
import { showNews } from '#server/recognition/news-queries'
import { showNumbers } from '#server/recognition/numbers-queries'
import { passThanksOn } from '#server/recognition/pass-thanks-on'
import { listPraises, listReceived, showPraise } from '#server/recognition/queries'
import { reactToPraise } from '#server/recognition/react'
import { reportPraise } from '#server/recognition/report'
import { listReports } from '#server/recognition/report-queries'
import { revokePraise } from '#server/recognition/revoke'
import { setThanksAside } from '#server/recognition/set-thanks-aside'
import { listOwnThanks, listThanks } from '#server/recognition/thanks-queries'
import { listUnpraised } from '#server/recognition/unpraised-queries'

export const operations: Operation[] = [
  { method: 'GET', path: '/praises', run: listPraises },
  { method: 'POST', path: '/praises', run: givePraise },
  { method: 'GET', path: '/praises/received', run: listReceived },
  { method: 'GET', path: '/praises/{praiseId}', run: showPraise },
  { method: 'PUT', path: '/praises/{praiseId}/reaction', run: reactToPraise },
  { method: 'POST', path: '/praises/{praiseId}/revocation', run: revokePraise },
  { method: 'POST', path: '/praises/{praiseId}/report', run: reportPraise },
  { method: 'POST', path: '/praises/{praiseId}/report-answer', run: keepReported },
  { method: 'GET', path: '/praise-reports', run: listReports },
  { method: 'GET', path: '/praise-budgets', run: myBudget },
  { method: 'GET', path: '/praise-numbers', run: showNumbers },
  { method: 'GET', path: '/praises/copied', run: listCopied },
  { method: 'GET', path: '/praises/overlooked', run: listUnpraised },
  { method: 'GET', path: '/customer-thanks', run: listThanks },
  { method: 'POST', path: '/customer-thanks', run: enterThanks },
  { method: 'GET', path: '/customer-thanks/own', run: listOwnThanks },
  { method: 'POST', path: '/customer-thanks/{thanksId}/receiver', run: passThanksOn },
  { method: 'POST', path: '/customer-thanks/{thanksId}/setting-aside', run: setThanksAside },
  { method: 'POST', path: '/customer-thanks/{thanksId}/decision', run: decideThanks },
  { method: 'POST', path: '/customer-thanks/sheets', run: importThanks },
  { method: 'GET', path: '/awards', run: listAwards },
  { method: 'GET', path: '/awards/candidates', run: showAwardDesk },
  { method: 'POST', path: '/awards', run: confirmAward },
  { method: 'GET', path: '/celebrations', run: showNews },
  { method: 'PUT', path: '/celebrations/{personId}/greeting', run: congratulate },
  { method: 'GET', path: '/values', run: listValues },
  { method: 'GET', path: '/notices', run: listNotices },
  { method: 'POST', path: '/notices/read', run: readNotices, status: 200 },
]
