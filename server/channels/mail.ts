import { createTransport } from 'nodemailer'
import type { Locale } from '#domain/text'

export type Letter = { id: string; to: { name: string; address: string } } & Written
export type Written = { subject: string; text: string; html: string }

/** A notice as a letter tells it; a closed one says only that there is something, and where. */
export type Told = {
  kind: string
  params: Record<string, string | number>
  href: string
  closed: boolean
}

/** Makes the words of a letter. It comes from above: the server knows kinds and numbers, never sentences. */
export type WriteLetter = (
  reader: { name: string; locale: Locale },
  notices: readonly Told[],
  digest: boolean,
) => Written

export type Mailer = {
  /** Resolves when the mail server has taken the letter; everything else throws. */
  send: (letter: Letter) => Promise<void>
  close: () => void
}

// Together less than what Postgres lets a transaction wait: the notices are locked while their letter is on its way.
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

export function openMail({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport({ url, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true })
  const home = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    send: async ({ id, ...letter }) => {
      await transport.sendMail({
        from,
        ...letter,
        // A letter that is sent again after a crash is recognised as the same by mail servers that look.
        messageId: `<${id}@${home}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
    },
    close: () => transport.close(),
  }
}
