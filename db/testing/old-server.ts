import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

type Row = Record<string, string>

const message = (type: string, ...parts: (string | Buffer)[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(type), length, body])
}
const short = (number: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(number)
  return bytes
}
const long = (number: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(number)
  return bytes
}

const TEXT = 25
const READY = message('Z', 'I')

const rowsOf = (row: Row): Buffer[] => {
  const columns = Object.keys(row).map((name) =>
    Buffer.concat([Buffer.from(`${name}\0`), long(0), short(0), long(TEXT), short(-1), long(-1), short(0)]),
  )
  const values = Object.values(row).map((value) =>
    Buffer.concat([long(Buffer.byteLength(value)), Buffer.from(value)]),
  )
  return [
    message('T', short(columns.length), ...columns),
    message('D', short(values.length), ...values),
    message('C', 'SELECT 1\0'),
  ]
}

/** The messages of a connection; the first one has no letter. */
const messagesIn = function* (bytes: Buffer, begun: boolean): Generator<{ type: string; body: Buffer }> {
  for (let at = 0; at < bytes.length; ) {
    const letter = begun || at > 0 ? 1 : 0
    const length = bytes.readInt32BE(at + letter)
    yield {
      type: letter ? String.fromCharCode(bytes[at] as number) : '',
      body: bytes.subarray(at + letter + 4, at + letter + length),
    }
    at += letter + length
  }
}

const converse = (socket: Socket, answer: (text: string) => Row) => {
  let begun = false
  let asked = ''
  socket.on('error', () => undefined)
  socket.on('data', (bytes) => {
    for (const { type, body } of messagesIn(bytes, begun)) {
      if (type === '') socket.write(Buffer.concat([message('R', long(0)), READY]))
      if (type === 'Q') socket.write(Buffer.concat([...rowsOf(answer(body.toString())), READY]))
      if (type === 'P') asked = body.toString()
      if (type === 'S')
        socket.write(Buffer.concat([message('1'), message('2'), ...rowsOf(answer(asked)), READY]))
      begun = true
    }
  })
}

/** A server that speaks as much of the protocol of PostgreSQL as the start asks for: of any version, with what a test wants it to say. */
export async function serveAs(answer: (text: string) => Row): Promise<{ url: string; stop: () => void }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket)))
    converse(socket, answer)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const stop = () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  return { url: `postgres://old@127.0.0.1:${port}/sviato`, stop }
}
