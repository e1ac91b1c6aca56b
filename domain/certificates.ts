import { z } from 'zod'

/** Crockford's base 32: no letter that is taken for a digit, none that spells a word by chance. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16

/** 80 bits as sixteen signs; `bytes` must be random, ten of them at least. */
export function codeOf(bytes: Uint8Array): string {
  let code = ''
  let kept = 0
  let bits = 0
  for (const byte of bytes) {
    kept = (kept << 8) | byte
    bits += 8
    while (bits >= 5 && code.length < LENGTH) {
      bits -= 5
      code += SIGNS[(kept >> bits) & 31]
    }
    kept &= (1 << bits) - 1
  }
  return code
}

/** As it is printed: groups of four. */
export const printedCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code

/** What somebody typed or scanned, as it is kept: any case, spaces and dashes anywhere, O for 0, I and L for 1. */
export const readCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

export const VerifyCertificate = z.object({
  code: z.string().max(60).transform(readCode),
})

export const RevokeCertificate = z.object({
  code: z.string().max(60).transform(readCode),
  reason: z.string().trim().min(10).max(500),
})

export const CERTIFICATE_STATES = ['valid', 'expired', 'revoked'] as const
export type CertificateState = (typeof CERTIFICATE_STATES)[number]
