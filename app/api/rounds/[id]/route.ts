import { answering } from '#app/_next/answering'
import { download } from '#app/_next/download'
import { roundPdf } from '#app/_next/round-pdf'
import { isUuid } from '#domain/ids'
import { notFound } from '#domain/refused'
import { showRound } from '#server/workplace/form-queries'
import { roundReport } from '#server/workplace/report-queries'

/** A round as a PDF, for those who may read the round. */
export const GET = answering<{ id: string }>(
  { limit: 'file', stranger: 'sign-in', hides: true },
  async ({ actor, locale, timeZone }, _request, { id }) => {
    if (!isUuid(id)) throw notFound()
    const asked = { inspectionId: id }
    const [round, report] = await Promise.all([showRound(actor, asked), roundReport(actor, asked)])
    const body = await roundPdf({ round, report, locale, timeZone, now: new Date() })
    return download(`round-${id.slice(-12)}.pdf`, body)
  },
)
