import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'

/** How a receiver treats one request: takes it; takes it and loses the answer; and four faults. */
export type Treatment = 'take' | 'lose' | 'refuse' | 'hang' | 'redirect' | 'gone'

/** A request that carried a right signature. */
export type Received = { id: string; body: string; at: number; treatment: Treatment }

/** A receiver of notices on this machine, which checks every signature as Standard Webhooks says. */
export type Receiver = {
  url: string
  host: string
  received: Received[]
  /** requests without a right signature */ wrong: string[]
  /** what is done with the next requests; all later ones are taken */ plan: Treatment[]
  close(): Promise<void>
}

/** Starts a receiver that knows the key. */
export async function startReceiver(secret: Uint8Array): Promise<Receiver> {
  const received: Received[] = []
  const wrong: string[] = []
  const plan: Treatment[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const body = Buffer.concat(chunks).toString()
    const treatment = plan.shift() ?? 'take'
    if (!isSigned(secret, request, body)) wrong.push(body)
    else received.push({ id: header(request, 'webhook-id'), body, at: seconds(request), treatment })
    treat(treatment, response)
  }
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${String(portOf(server))}`
  return {
    url: `http://${host}/in`,
    host,
    received,
    wrong,
    plan,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function treat(treatment: Treatment, response: ServerResponse): void {
  if (treatment === 'lose') response.destroy()
  else if (treatment === 'redirect') response.writeHead(302, { location: '/elsewhere' }).end()
  else if (treatment !== 'hang') {
    const codes = { take: 204, refuse: 500, gone: 410 }
    response.writeHead(codes[treatment]).end()
  }
}

function isSigned(secret: Uint8Array, request: IncomingMessage, body: string): boolean {
  const [id, at] = [header(request, 'webhook-id'), header(request, 'webhook-timestamp')]
  const mac = createHmac('sha256', secret).update(`${id}.${at}.${body}`).digest()
  return header(request, 'webhook-signature')
    .split(' ')
    .some((one) => {
      const given = Buffer.from(one.replace(/^v1,/, ''), 'base64')
      return given.length === mac.length && timingSafeEqual(given, mac)
    })
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name]
  return typeof value === 'string' ? value : ''
}

function seconds(request: IncomingMessage): number {
  return Number(header(request, 'webhook-timestamp'))
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return address.port
}
