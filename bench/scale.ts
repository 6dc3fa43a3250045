import { writeFileSync } from 'node:fs'
import { readScaleOptions, scaleHelp, type ScaleOptions } from './scale/options.ts'
import { describeScale } from './scale/print.ts'
import { measurePrefecture, type ScaleResult } from './scale/run.ts'

async function run(options: ScaleOptions): Promise<boolean> {
  const smaller =
    options.compare === null ? null : await measurePrefecture(options.compare, options)
  const result = await measurePrefecture(options.size, options)
  console.log(`\n${describeScale(result, smaller)}`)
  if (options.json !== null) {
    writeFileSync(options.json, `${JSON.stringify({ result, smaller }, null, 2)}\n`)
  }
  return isSound(result) && (smaller === null || isSound(smaller))
}

/** Nothing was lost, and every figure is what the journals and the sowing say. */
function isSound({ proof, ledger }: ScaleResult): boolean {
  return (
    proof.differences.length === 0 &&
    (proof.totals ?? []).every(({ sown, stands }) => sown === stands) &&
    ledger.tenths.every(({ lost, failed }) => lost === 0 && failed.length === 0)
  )
}

const options = readScaleOptions(process.argv.slice(2))
if (options === 'help') {
  console.log(scaleHelp)
} else if ('fault' in options) {
  console.error(`${options.fault}\n\n${scaleHelp}`)
  process.exitCode = 2
} else {
  try {
    process.exitCode = (await run(options)) ? 0 : 1
  } catch (error) {
    console.error(`测量没有完成：${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
