/** Why a person's request was not carried out. Everything else that goes wrong is a defect. */
export type Reason = 'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'too-many'

/** What is wrong with one field: a key under `refusals` in messages, with the numbers that it mentions. */
export type Fault = { key: string; params?: Record<string, string | number> }

/** The one expected failure: each door maps it once (form, page, REST). `fields` are named as in the input, dotted. */
export class Refused extends Error {
  override name = 'Refused'
  constructor(
    readonly reason: Reason,
    readonly fields: Record<string, Fault> = {},
    readonly fault?: Fault,
  ) {
    super(`${reason}: ${fault?.key ?? Object.keys(fields).join(', ')}`)
  }
}

export const notFound = () => new Refused('not-found')
export const conflict = (key: string, params?: Fault['params']) =>
  new Refused('conflict', {}, { key, params })
export const invalid = (field: string, key: string, params?: Fault['params']) =>
  new Refused('invalid', { [field]: { key, params } })
