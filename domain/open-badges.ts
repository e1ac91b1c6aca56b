import type { Locale, Text } from '#domain/text'
import { inLocale } from '#domain/text'

export const CONTEXT = {
  credentials: 'https://www.w3.org/ns/credentials/v2',
  badges: 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  did: 'https://www.w3.org/ns/did/v1',
  multikey: 'https://w3id.org/security/multikey/v1',
} as const

/** Bits of one status list; the standard asks for so many at least, so that a bit says nothing about one person. */
export const LIST_BITS = 131_072

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Base 58 as Bitcoin writes it, with the `z` by which a multibase tells it. */
export function multibase(bytes: Uint8Array): string {
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  let text = ''
  while (number > 0n) {
    text = (ALPHABET[Number(number % 58n)] as string) + text
    number /= 58n
  }
  const zeros = bytes.findIndex((byte) => byte !== 0)
  return `z${'1'.repeat(zeros < 0 ? bytes.length : zeros)}${text}`
}

/** An Ed25519 public key as a Multikey writes it: two bytes that name the kind, then the key. */
export const multikey = (raw: Uint8Array): string => multibase(Uint8Array.from([0xed, 0x01, ...raw]))

/** The organisation's name in the web of keys, resolved at `/.well-known/did.json` of its own address. */
export const didOf = (origin: string): string => `did:web:${encodeURIComponent(new URL(origin).host)}`

export const methodOf = (origin: string, publicKey: string): string => `${didOf(origin)}#${publicKey}`

/** Who signs and with what: each key that ever signed stays, so that old credentials are still checked. */
export const didDocument = (origin: string, publicKeys: readonly string[]) => {
  const id = didOf(origin)
  return {
    '@context': [CONTEXT.did, CONTEXT.multikey],
    id,
    alsoKnownAs: [origin],
    verificationMethod: publicKeys.map((publicKeyMultibase) => ({
      id: methodOf(origin, publicKeyMultibase),
      type: 'Multikey',
      controller: id,
      publicKeyMultibase,
    })),
    assertionMethod: publicKeys.map((key) => methodOf(origin, key)),
  }
}

export const issuerProfile = (origin: string, name: string) => ({
  id: didOf(origin),
  type: ['Profile'],
  name,
  url: origin,
})

export type Earned = {
  code: string
  place: number
  name: string
  slug: string
  title: Text
  about: Text | null
  hours: number
  /** Levels that the training gives, in words. */
  gives: readonly { title: Text; level: number; behaviour: Text }[]
  /** The first moment of the day of completion where the person works. */
  validFrom: string
  validUntil: string | null
  issuer: Text
}

/** The place of a credential in the lists of status. */
const statusOf = (origin: string, place: number) => {
  const list = `${origin}/api/badges/${Math.floor(place / LIST_BITS)}`
  const index = String(place % LIST_BITS)
  return {
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: index,
    statusListCredential: list,
  }
}

/**
 * An Open Badges 3.0 credential: what the certificate says and nothing beyond it. It holds to the end of its last day, wherever
 * it is read.
 */
export function badgeOf(earned: Earned, origin: string, locale: Locale, criteria: string) {
  const { code, name, slug, title, about, gives, validFrom, validUntil, issuer } = earned
  const said = (text: Text) => inLocale(text, locale)
  return {
    '@context': [CONTEXT.credentials, CONTEXT.badges],
    id: `${origin}/verify/${code}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: said(title),
    issuer: issuerProfile(origin, said(issuer)),
    validFrom,
    ...(validUntil && { validUntil: `${validUntil}T23:59:59Z` }),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' }],
      achievement: {
        id: `${origin}/training/${slug}`,
        type: ['Achievement'],
        achievementType: 'Certificate',
        name: said(title),
        description: about ? said(about) : said(title),
        inLanguage: locale,
        criteria: { narrative: criteria },
        tag: gives.map((one) => said(one.title)),
      },
    },
    credentialStatus: statusOf(origin, earned.place),
  }
}

/** The list as a credential of its own; `encoded` is the packed bits. */
export const statusList = (origin: string, list: number, encoded: string, name: string) => {
  const id = `${origin}/api/badges/${list}`
  return {
    '@context': [CONTEXT.credentials],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: didOf(origin),
    name,
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encoded,
    },
  }
}

/** The bits of one list, the first place leftmost, as the standard counts them. */
export function bitsOf(list: number, revoked: readonly number[]): Uint8Array {
  const bits = new Uint8Array(LIST_BITS / 8)
  for (const place of revoked) {
    const at = place - list * LIST_BITS
    if (at >= 0 && at < LIST_BITS) bits[at >> 3] = (bits[at >> 3] as number) | (128 >> (at & 7))
  }
  return bits
}
