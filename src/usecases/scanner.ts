import * as z from 'zod'
import { findInfection } from '../domain/inspection/find-infection.ts'

/** A file on its way to the scanner. */
export type ScannedFile = { bytes: Uint8Array<ArrayBuffer>; name: string; mediaType: string }

/** What a scanner says of a file; `name` is what it calls what it found. */
export type Verdict = { verdict: 'clean' | 'infected'; name?: string | undefined }

/**
 * What tells clean files from others (恶意文件扫描, replaceable). One that `isRemote` is asked through
 * the queue: until then a file is 待检. Throws when no verdict can be had now.
 */
export type Scanner = { isRemote: boolean; scan: (file: ScannedFile) => Promise<Verdict> }

/** The scanner for deployments without one of their own: known signatures only. */
export const builtInScanner: Scanner = {
  isRemote: false,
  async scan({ bytes }) {
    const name = findInfection(bytes)
    return name === null ? { verdict: 'clean' } : { verdict: 'infected', name }
  },
}

const answer = z.object({
  verdict: z.enum(['clean', 'infected']),
  name: z.string().max(200).optional(),
})

/** Makes a scanner of a service of this deployment, which takes the bytes and answers a verdict. */
export function remoteScanner(service: Pick<Fetcher, 'fetch'>): Scanner {
  return {
    isRemote: true,
    async scan({ bytes, name, mediaType }) {
      const response = await service.fetch('https://scanner/scan', {
        method: 'POST',
        headers: { 'content-type': mediaType, 'x-file-name': encodeURIComponent(name) },
        body: bytes,
      })
      if (!response.ok) throw new Error(`scanner answered ${String(response.status)}`)
      return answer.parse(await response.json())
    },
  }
}
