import { roundPdf } from '#app/_next/round-pdf'
import { requireSession } from '#app/_next/session'
import { isUuid } from '#domain/ids'
import { Refused } from '#domain/refused'
import { showRound } from '#server/workplace/form-queries'
import { roundReport } from '#server/workplace/report-queries'

type Context = { params: Promise<{ id: string }> }

/** A round as a PDF, for those who may read the round. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [{ actor, locale, timeZone }, { id }] = await Promise.all([requireSession(), params])
  if (!isUuid(id)) return new Response(null, { status: 404 })
  try {
    const asked = { inspectionId: id }
    const [round, report] = await Promise.all([showRound(actor, asked), roundReport(actor, asked)])
    const body = await roundPdf({ round, report, locale, timeZone, now: new Date() })
    const headers = {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="round-${id.slice(-12)}.pdf"`,
      'cache-control': 'private, no-store',
    }
    return new Response(new Uint8Array(body), { headers })
  } catch (error) {
    if (error instanceof Refused) return new Response(null, { status: 404 })
    throw error
  }
}
