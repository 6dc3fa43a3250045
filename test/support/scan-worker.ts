import { Miniflare } from 'miniflare'
import { remoteScanner, type Scanner } from '../../src/usecases/scanner.ts'

/** A scanner service as a Worker of its own, which can be told to be down. */
export type ScanWorker = {
  scanner: Scanner
  setDown: (isDown: boolean) => Promise<void>
  close: () => Promise<void>
}

const script = `let isDown = false
export default {
  async fetch(request) {
    const { pathname } = new URL(request.url)
    if (pathname === '/down' || pathname === '/up') {
      isDown = pathname === '/down'
      return new Response(null)
    }
    if (isDown || pathname !== '/scan' || request.method !== 'POST') return new Response(null, { status: 503 })
    const text = await request.text()
    return Response.json(text.includes('harmful') ? { verdict: 'infected', name: 'test' } : { verdict: 'clean' })
  },
}`

/** Starts the service; files that say "harmful" are infected. */
export async function openScanWorker(): Promise<ScanWorker> {
  const mf = new Miniflare({ modules: true, script, compatibilityDate: '2026-07-30' })
  // Miniflare's handle of a Worker is the platform's with Node types in its streams.
  const service = (await mf.getWorker()) as unknown as Fetcher
  return {
    scanner: remoteScanner(service),
    async setDown(isDown) {
      await mf.dispatchFetch(`http://scanner/${isDown ? 'down' : 'up'}`)
    },
    close: () => mf.dispose(),
  }
}
