import { systemActor } from '#domain/access'
import { Refused } from '#domain/refused'
import { keepSigningKey } from '#server/training/keep-signing-key'

const needsKey = (error: unknown) => error instanceof Refused && error.fault?.key === 'noSigningKey'

const withKey = async <Result>(read: () => Promise<Result>): Promise<Result> => {
  try {
    return await read()
  } catch (error) {
    if (!needsKey(error)) throw error
    await keepSigningKey(systemActor(), {})
    return read()
  }
}

/** Answers with a signed thing; the key is made when the first is asked for. */
export const signed = async (
  read: () => Promise<unknown>,
  headers: Record<string, string>,
): Promise<Response> => new Response(JSON.stringify(await withKey(read), null, 2), { headers })

/** What anybody may read from anywhere: keys and lists of status. */
export const PUBLIC_JSON = {
  'content-type': 'application/json',
  'cache-control': 'public, max-age=300',
  'access-control-allow-origin': '*',
}
