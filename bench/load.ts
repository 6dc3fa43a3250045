import { connect, type Socket } from 'node:net'
import { parentPort } from 'node:worker_threads'

/** An order to the load thread: the same request again and again over kept-alive connections. */
export type LoadOrder = {
  port: number
  request: string
  expected: number
  connections: number
  seconds: number
}

/** What came of it: `waits` are milliseconds from request to the last byte, sorted. */
export type LoadOutcome = { answered: number; failed: number; seconds: number; waits: Float64Array }

/*
 * A closed loop over raw sockets: an HTTP client of a library costs more processor time than
 * the answers that are to be measured, and this machine's cores are shared with the server.
 */
function run(order: LoadOrder): Promise<LoadOutcome> {
  const request = Buffer.from(order.request)
  const waits: number[] = []
  let failed = 0
  const started = performance.now()
  const end = started + order.seconds * 1000

  const visitor = (): Promise<void> =>
    new Promise((resolve) => {
      let received: Buffer = Buffer.alloc(0)
      let asked = 0
      const ask = (socket: Socket): void => {
        asked = performance.now()
        socket.write(request)
      }
      const socket = connect(order.port, '127.0.0.1', () => ask(socket))
      socket.setNoDelay(true)
      socket.on('data', (chunk) => {
        received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
        const size = sizeOf(received)
        if (size === null) return
        const now = performance.now()
        if (Number(received.toString('latin1', 9, 12)) === order.expected) waits.push(now - asked)
        else failed += 1
        received = received.subarray(size)
        if (now < end) ask(socket)
        else socket.end()
      })
      socket.on('error', () => {
        failed += 1
      })
      socket.on('close', () => resolve())
    })

  return Promise.all(Array.from({ length: order.connections }, visitor)).then(() => ({
    answered: waits.length,
    failed,
    seconds: (performance.now() - started) / 1000,
    waits: Float64Array.from(waits).toSorted(),
  }))
}

/** Bytes of the first whole answer in a buffer, or null while it is not whole. */
function sizeOf(buffer: Buffer): number | null {
  const head = buffer.indexOf('\r\n\r\n')
  if (head < 0) return null
  const length = /\r\ncontent-length: (\d+)/i.exec(buffer.toString('latin1', 0, head))?.[1]
  if (length !== undefined) {
    const size = head + 4 + Number(length)
    return buffer.length >= size ? size : null
  }
  for (let at = head + 4; ;) {
    const lineEnd = buffer.indexOf('\r\n', at)
    if (lineEnd < 0) return null
    const chunk = Number.parseInt(buffer.toString('latin1', at, lineEnd), 16)
    at = lineEnd + 2 + chunk + 2
    if (buffer.length < at) return null
    if (chunk === 0) return at
  }
}

parentPort?.on('message', (order: LoadOrder) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  void run(order).then((outcome) => parentPort?.postMessage(outcome))
})
