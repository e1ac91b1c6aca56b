import {
  constants,
  createHash,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  verify as verifySignature,
} from 'node:crypto'
import { promisify } from 'node:util'

// RSABSSA-SHA384-PSS-Randomized of RFC 9474: the browser blinds and unblinds, here is the server's half.
const BITS = 2048
const SALT = 48 // bytes, as long as SHA-384
const MESSAGE = 64 // bytes: 32 that the standard puts before, 32 of the token

const generate = promisify(generateKeyPair)

/** A pair of keys for one pulse and site: the public one as SPKI in base64, the private one as PEM. */
export async function makeBlindKeys(): Promise<{ publicKey: string; privateKey: string }> {
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: BITS })
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** The blind signature of what cannot be read; undefined where it is no message of this key. */
export function signBlindly(privateKey: string, blinded: string): string | undefined {
  const message = Buffer.from(blinded, 'base64')
  if (message.length !== BITS / 8) return undefined
  try {
    // The raw private operation; OpenSSL blinds it itself against measuring.
    const key = { key: privateKey, padding: constants.RSA_NO_PADDING }
    return privateDecrypt(key, message).toString('base64')
  } catch {
    return undefined
  }
}

/** Whether the key has signed the message, without knowing when or for whom. */
export function isSigned(publicKey: string, message: string, signature: string): boolean {
  const said = Buffer.from(message, 'base64')
  if (said.length !== MESSAGE) return false
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT }
  return verifySignature('sha384', said, pss, Buffer.from(signature, 'base64'))
}

export const hashOfToken = (message: string): Buffer =>
  createHash('sha256').update(Buffer.from(message, 'base64')).digest()
