import { statfsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * A file system in memory that has room for the suite. The local D1 writes its bookmark at every
 * query, reads too, and waits for the disk each time: most of a run was that.
 */
function memoryFolder(): string | null {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize >= 4 * 2 ** 30 ? '/dev/shm' : null
  } catch {
    return null
  }
}

const folder = memoryFolder()
// Chosen by whoever runs the suite, or in memory: every house, server and browser makes its own folder below.
if (folder !== null) process.env['TMPDIR'] ??= folder

/** Where the files are that start servers and browsers, however short their text is. */
const long = /\/(?:browser|jobs|runtime|tenants|worker)\//

/** Long files first, the rest as it would be: none is left alone at the end while a processor idles. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own method, not an array's
    const sorted = await super.sort(files)
    const [first, rest] = [true, false].map((wanted) =>
      sorted.filter(({ moduleId }) => long.test(moduleId) === wanted),
    )
    return [first ?? [], rest ?? []].flat()
  }
}

export default defineConfig({
  test: {
    root: new URL('.', import.meta.url).pathname,
    include: ['**/*.test.ts', '**/*.test.tsx'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    isolate: false,
    sequence: { sequencer: LongFirst },
  },
})
