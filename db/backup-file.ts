import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'

/** Why a backup is not restored; the database is then as it was. */
export class CannotRestore extends Error {
  override name = 'CannotRestore'
  readonly exitCode = 2
}

/**
 * The backup file, inside gzip: frames of one letter, four bytes of length (big-endian) and that many bytes.
 * H head · then for each table T its name and columns, D pieces of COPY text, E its count and checksum · Z the end.
 * A file without Z was cut off.
 */
export type Head = { format: 'sviato-backup'; version: 1; migration: string; at: string }
export type Table = { name: string; columns: string[] }
export type TableEnd = { rows: number; sha256: string }
export type Sequence = { name: string; value: string; called: boolean }
export type End = { tables: number; rows: number; sequences: Sequence[] }

export type Frame =
  | { kind: 'H'; value: Head }
  | { kind: 'T'; value: Table }
  | { kind: 'D'; bytes: Buffer }
  | { kind: 'E'; value: TableEnd }
  | { kind: 'Z'; value: End }

const PREFIX = 5

export async function writeFrame(to: Writable, kind: Frame['kind'], content: Buffer | object): Promise<void> {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content))
  const prefix = Buffer.alloc(PREFIX)
  prefix.write(kind, 'latin1')
  prefix.writeUInt32BE(bytes.length, 1)
  to.write(prefix)
  if (!to.write(bytes)) await once(to, 'drain')
}

const parse = (kind: string, bytes: Buffer): Frame => {
  if (kind === 'D') return { kind, bytes }
  if (!'HTEZ'.includes(kind)) throw new CannotRestore('This is not a backup of Sviato, or it is damaged.')
  return { kind, value: JSON.parse(bytes.toString('utf8')) } as Frame
}

/** The frames one after another; the rest of an unfinished frame is held back until it is whole. */
export async function* readFrames(from: Readable): AsyncGenerator<Frame> {
  let pending: Buffer = Buffer.alloc(0)
  for await (const piece of from) {
    pending = pending.length ? Buffer.concat([pending, piece as Buffer]) : (piece as Buffer)
    for (;;) {
      if (pending.length < PREFIX) break
      const end = PREFIX + pending.readUInt32BE(1)
      if (pending.length < end) break
      yield parse(pending.toString('latin1', 0, 1), pending.subarray(PREFIX, end))
      pending = pending.subarray(end)
    }
  }
  if (pending.length) throw new CannotRestore('This is not a whole backup of Sviato: it ends in the middle.')
}
