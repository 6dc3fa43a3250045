import { request } from 'node:http'
import type { BenchRequest } from './requests.ts'

/** Sends a request once, as its host's visitor, and reads the answer as text. */
export function ask(
  port: number,
  { host, path, method, headers, body }: BenchRequest,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const type = body === null ? {} : { 'content-type': 'application/json' }
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers: { host, ...headers, ...type } },
      (answer) => {
        answer.setEncoding('utf8')
        let text = ''
        answer.on('data', (chunk: string) => {
          text += chunk
        })
        answer.on('end', () => resolve(text))
      },
    )
    sent.on('error', reject)
    sent.end(body ?? undefined)
  })
}
