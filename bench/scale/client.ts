import { Agent, request } from 'node:http'
import type { Agency } from '../../src/domain/agency/agency.ts'
import { createResolver } from '../../src/tenancy/resolve.ts'
import { type Cost, costSchema } from './cost.ts'

/** An answer of the service: what it says, how long it took (ms) and what it cost. */
export type Told = { status: number; text: string; ms: number; cost: Cost }

/** What is asked of an agency: a path below its site, with credentials and a JSON body where there are any. */
export type Asked = {
  agency: Agency
  method: 'GET' | 'POST'
  path: string
  authorization?: string | undefined
  body?: unknown
}

/** A visitor of the running service; close him at the end. */
export type Client = { ask(asked: Asked): Promise<Told>; close(): void }

/** Opens a visitor who finds each agency where its site is. */
export function openClient(socket: URL, agencies: readonly Agency[], atOnce: number): Client {
  const resolver = createResolver(agencies, 'http://{slug}.localhost')
  // The runtime closes idle connections by itself, so each request has one of its own.
  const agent = new Agent({ keepAlive: false, maxSockets: atOnce * 2 })
  return {
    ask: ({ agency, method, path, authorization, body }) =>
      new Promise((resolve, reject) => {
        const site = new URL(resolver.originOf(agency))
        const sent = body === undefined ? null : JSON.stringify(body)
        const began = performance.now()
        const outgoing = request(
          {
            agent,
            host: socket.hostname,
            port: socket.port,
            method,
            path: `${site.pathname === '/' ? '' : site.pathname}${path}`,
            headers: {
              host: site.host,
              ...(authorization === undefined ? {} : { authorization }),
              ...(sent === null ? {} : { 'content-type': 'application/json' }),
              ...(sent === null ? {} : { 'content-length': Buffer.byteLength(sent) }),
            },
          },
          (incoming) => {
            const chunks: Buffer[] = []
            incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
            incoming.on('end', () => {
              const told = incoming.headers['x-scale-cost']
              resolve({
                status: incoming.statusCode ?? 0,
                text: Buffer.concat(chunks).toString(),
                ms: performance.now() - began,
                cost: costSchema.parse(JSON.parse(String(told))),
              })
            })
          },
        )
        outgoing.on('error', reject)
        outgoing.end(sent)
      }),
    close: () => agent.destroy(),
  }
}
