import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod'

/** A bundle and the files that it was made from, below the root of the repository. */
export type Made = { text: string; sources: readonly string[] }

/** A kept bundle, with a digest of all its sources as they were. */
const kept = z.object({ text: z.string(), sources: z.array(z.string()), digest: z.string() })

/** What decides beside the sources how they are bundled: the bundler, and how it reads TypeScript and JSX. */
const always = ['node_modules/esbuild/package.json', 'package-lock.json', 'tsconfig.json']

/**
 * Makes a bundle, or takes the one that was kept under `key` when every byte of every source is still
 * what it was. Where nothing can be kept it is made each time.
 */
export async function bundleOnce(
  root: string,
  key: unknown,
  make: () => Promise<Made>,
): Promise<string> {
  const folder = join(root, 'node_modules/.cache/yangguang')
  const path = join(folder, `${sha256(JSON.stringify(key))}.json`)
  const found = read(path)
  if (found !== null && found.digest === digestOf(root, found.sources)) return found.text
  const begun = Date.now()
  const { text, sources } = await make()
  const digest = digestOf(root, sources)
  if (digest === null || isTouched(root, sources, begun)) return text
  try {
    mkdirSync(folder, { recursive: true })
    const draft = `${path}.${randomUUID()}`
    writeFileSync(draft, JSON.stringify({ text, sources, digest }))
    renameSync(draft, path)
  } catch {
    // A folder that nobody may write to costs time and nothing else.
  }
  return text
}

function read(path: string): z.infer<typeof kept> | null {
  try {
    return kept.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

/** A digest over the names and bytes of sources; null when one of them cannot be read. */
function digestOf(root: string, sources: readonly string[]): string | null {
  const hash = createHash('sha256')
  try {
    for (const source of [...always, ...sources]) {
      hash.update(`${source}\0${sha256(readFileSync(resolve(root, source)))}\n`)
    }
  } catch {
    return null
  }
  return hash.digest('hex')
}

/** A file system's clock may lag behind the machine's, in ms. */
const tick = 1000

/** Whether a source was written while it was being bundled: nobody knows then which of the two was read. */
function isTouched(root: string, sources: readonly string[], since: number): boolean {
  return sources.some((source) => statSync(resolve(root, source)).mtimeMs >= since - tick)
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex')
}
