import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../src/http/static', import.meta.url))

/** The static files of the product, as the runtime answers them. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only its fetch is ever called
export const staticAssets = {
  fetch: async (request: Request | string): Promise<Response> => {
    const { pathname } = new URL(typeof request === 'string' ? request : request.url)
    const bytes = await readFile(`${root}${pathname}`).catch(() => null)
    return new Response(bytes, { status: bytes === null ? 404 : 200 })
  },
} as unknown as Fetcher
