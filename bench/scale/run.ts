import { join } from 'node:path'
import * as z from 'zod'
import { openClient } from './client.ts'
import { playDay } from './day.ts'
import type { Ledger } from './ledger.ts'
import { peakMemory } from './memory.ts'
import { measurePages, type PageLine } from './pages.ts'
import type { ScaleOptions, Size } from './options.ts'
import { type Prefecture, prefectureOf } from './prefecture.ts'
import { prove, type Proof } from './proof.ts'
import { bundleScripts, openScaleRuntime, type Scripts } from './runtime.ts'
import { isSeeded, seed } from './seed.ts'

/** Everything measured of one prefecture. */
export type ScaleResult = {
  size: Size
  ledger: Ledger
  pages: PageLine[]
  proof: Proof
  regionBytes: number
  memory: { own: number; runtime: number }
}

const sizeAnswer = z.object({ bytes: z.number() })

/** Builds, plays and measures a prefecture in its own part of the data folder; what is there is used again. */
export async function measurePrefecture(
  size: Size,
  options: Pick<ScaleOptions, 'cases' | 'atOnce' | 'data' | 'queueWait'>,
): Promise<ScaleResult> {
  const prefecture = prefectureOf(size.agencies)
  const name = `${size.agencies}-${size.documents}-${size.applications}`
  const data = join(options.data, name)
  const scripts = await bundleScripts(prefecture)
  if (!isSeeded(prefecture, data)) await fill(prefecture, scripts, size, data)
  const runtime = await openScaleRuntime(prefecture, scripts, data, options.queueWait)
  if (runtime.socket === null) throw new Error('the service has no socket')
  const client = openClient(
    runtime.socket,
    prefecture.agencies.map(({ agency }) => agency),
    1,
  )
  try {
    const ledger = await playDay(runtime, prefecture, { ...options, data })
    const pages = await measurePages(runtime, client, prefecture)
    const memory = peakMemory()
    const proof = await prove(runtime, prefecture, { size, ledger })
    const { bytes } = sizeAnswer.parse(await runtime.operator('/size'))
    return { size, ledger, pages, proof, regionBytes: bytes, memory }
  } finally {
    client.close()
    await runtime.close()
  }
}

/** Filled in a runtime of its own, so that the day's memory is the day's. */
async function fill(
  prefecture: Prefecture,
  scripts: Scripts,
  size: Size,
  data: string,
): Promise<void> {
  const runtime = await openScaleRuntime(prefecture, scripts, data, null)
  try {
    await seed(runtime, prefecture, size, data)
  } finally {
    await runtime.close()
  }
}
