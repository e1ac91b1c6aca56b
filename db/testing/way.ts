import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to a database that can be cut and mended: `url` leads through it. */
export async function wayTo(url: string) {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    return socket.on('error', () => undefined).once('close', () => sockets.delete(socket))
  }
  const open = (at: number) =>
    new Promise<ReturnType<typeof createServer>>((done) => {
      const server = createServer((near) => {
        const far = keep(connect(Number(port), hostname))
        keep(near).pipe(far).pipe(near)
      })
      server.listen(at, '127.0.0.1', () => done(server))
    })
  let server = await open(0)
  const { port: own } = server.address() as AddressInfo
  const address = new URL(url)
  address.hostname = '127.0.0.1'
  address.port = String(own)
  const cut = async () => {
    const closed = new Promise((done) => server.close(done))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  const mend = async () => {
    server = await open(own)
  }
  return { url: address.href, cut, mend }
}
