import { answering } from '#app/_next/answering'
import { certificatePdf } from '#app/_next/certificate-pdf'
import { download } from '#app/_next/download'
import { findCertificate } from '#server/training/certificate-queries'

/** A certificate as a PDF, for its holder and whoever may see what they have passed. */
export const GET = answering<{ code: string }>(
  { limit: 'file', stranger: 'sign-in', hides: true },
  async ({ actor, locale }, _request, { code }) => {
    const certificate = await findCertificate(actor, { code })
    const body = await certificatePdf(certificate, locale, new Date())
    return download(`certificate-${certificate.code}.pdf`, body)
  },
)
