import { certificatePdf } from '#app/_next/certificate-pdf'
import { requireSession } from '#app/_next/session'
import { Refused } from '#domain/refused'
import { findCertificate } from '#server/training/certificate-queries'

type Context = { params: Promise<{ code: string }> }

/** A certificate as a PDF, for its holder and whoever may see what they have passed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [{ actor, locale }, { code }] = await Promise.all([requireSession(), params])
  try {
    const certificate = await findCertificate(actor, { code })
    const body = await certificatePdf(certificate, locale, new Date())
    const headers = {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="certificate-${certificate.code}.pdf"`,
      'cache-control': 'private, no-store',
    }
    return new Response(new Uint8Array(body), { headers })
  } catch (error) {
    if (error instanceof Refused) return new Response(null, { status: 404 })
    throw error
  }
}
