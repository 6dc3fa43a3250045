import { isIP } from 'node:net'
import {
  Agent,
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'

/** Headers that only an edge may set: what a client sends under these names is dropped. */
const edgeOnly = /^(cf-|mf-|x-forwarded-|x-real-ip$|forwarded$|true-client-ip$|x-client-ip$)/i

/** A Host that a name can have; the runtime below breaks on some others before the Worker sees them. */
const hostShape = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::([0-9]{1,5}))?$/
/** Stands for every other Host: it is nobody's, so the Worker answers as for any unknown one. */
const nobody = 'nobody.invalid'

/**
 * The front of a self-hosted service (前置): listens for the public, tells the Worker the
 * client's address as the edge would, and drops headers by which a client could claim one.
 */
export function startFront(
  port: number,
  socket: () => URL | null,
  trustedProxy: string | null,
): Promise<Server> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const server = createServer({ requireHostHeader: false }, (incoming, outgoing) => {
    const target = socket()
    if (target === null) return preparing(outgoing)
    forward(incoming, outgoing, target, { agent, trustedProxy })
  })
  server.requestTimeout = 120_000
  server.headersTimeout = 15_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => resolve(server))
  })
}

function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  target: URL,
  options: { agent: Agent; trustedProxy: string | null },
): void {
  const { agent, trustedProxy } = options
  const headers: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined && !edgeOnly.test(name)) headers[name] = value
  }
  headers['cf-connecting-ip'] = addressOf(incoming, trustedProxy)
  const asked = targetOf(incoming)
  headers['host'] = asked.host
  const isRead = incoming.method === 'GET' || incoming.method === 'HEAD'
  const onward = request(
    {
      host: target.hostname,
      port: target.port,
      method: incoming.method,
      path: asked.path,
      headers,
      // A kept connection may be closed just now; what changes something is never sent on one.
      agent: isRead ? agent : false,
      setHost: false,
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    },
  )
  onward.on('error', () => {
    if (outgoing.headersSent) outgoing.destroy()
    else if (isRead && onward.reusedSocket) forward(incoming, outgoing, target, options)
    else plain(outgoing, 502, '服务暂时没有应答，请稍后再试。\n')
  })
  outgoing.on('close', () => onward.destroy())
  incoming.pipe(onward)
}

/** Whose house is asked and for what; a target in absolute form names its own host (RFC 9112 3.2.2). */
function targetOf(incoming: IncomingMessage): { host: string; path: string } {
  const target = incoming.url ?? '/'
  if (target.startsWith('/')) return { host: hostOf(incoming.headers.host ?? ''), path: target }
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return { host: nobody, path: '/' }
  const { host, pathname, search } = new URL(target)
  return { host: hostOf(host), path: `${pathname}${search}` }
}

function hostOf(host: string): string {
  const shaped = hostShape.exec(host)
  return shaped !== null && Number(shaped[1] ?? 0) <= 65_535 ? host : nobody
}

/** The client's address; behind the proxy that is trusted, the one that it added last. */
function addressOf(incoming: IncomingMessage, trustedProxy: string | null): string {
  const peer = (incoming.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, '')
  if (peer !== trustedProxy) return peer
  const added =
    String(incoming.headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? ''
  return isIP(added) === 0 ? peer : added
}

function preparing(outgoing: ServerResponse): void {
  outgoing.setHeader('retry-after', '5')
  plain(outgoing, 503, '正在准备，请稍候再刷新。\n')
}

function plain(outgoing: ServerResponse, status: number, text: string): void {
  outgoing.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  })
  outgoing.end(text)
}
