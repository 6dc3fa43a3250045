import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Miniflare } from 'miniflare'
import { askOperator } from './operator-client.ts'

/** The operator's door of a running server: command-line tools of this machine come in here. */
export type Door = { server: Server; port: number; token: string }

/** Opens the door on a loopback port; calls need the password that stands in the data folder. */
export async function openDoor(mf: Miniflare): Promise<Door> {
  const token = randomBytes(32).toString('base64url')
  const server = createServer((incoming, outgoing) => {
    const given = Buffer.from(incoming.headers.authorization ?? '')
    const wanted = Buffer.from(`Bearer ${token}`)
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
      outgoing.writeHead(401).end()
      return
    }
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      void answerCall(mf, incoming.url ?? '/', Buffer.concat(chunks), outgoing)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the door has no port')
  return { server, port: address.port, token }
}

async function answerCall(
  mf: Miniflare,
  path: string,
  body: Buffer,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const answer = await askOperator(mf, path, body)
    outgoing.writeHead(200, { 'content-type': 'application/x-ndjson' })
    for await (const chunk of answer.body ?? []) outgoing.write(chunk)
    outgoing.end()
  } catch {
    outgoing.writeHead(500).end()
  }
}
