import type { MigrationOutcome } from './migrate-all.ts'

/** Where progress is shown: a terminal gets one line rewritten in place. */
export type Screen = { isTTY: boolean; write(text: string): void }

/** Answers a function to call after each database, which keeps a progress line (进度) up to date. */
export function progressLine(total: number, screen: Screen): (outcome: MigrationOutcome) => void {
  let [done, behind] = [0, 0]
  const stride = Math.max(1, Math.ceil(total / 10))
  return (outcome) => {
    done += 1
    if (isBehind(outcome)) behind += 1
    const line = `[${done}/${total}] 落后 ${behind}，刚完成 ${outcome.name}`
    if (screen.isTTY) screen.write(`\r\u001B[K${line}${done === total ? '\n' : ''}`)
    else if (done % stride === 0 || done === total) screen.write(`${line}\n`)
  }
}

/** Tells whether a database is not at the current schema after the run. */
export function isBehind({ left, unknown, failure }: MigrationOutcome): boolean {
  return left.length > 0 || unknown.length > 0 || failure !== null
}

/** Writes the end of a run: what was done, then every database left behind and why. */
export function describeOutcomes(outcomes: readonly MigrationOutcome[]): readonly string[] {
  const behind = outcomes.filter(isBehind)
  const moved = outcomes.filter(({ applied }) => applied > 0).length
  const current = outcomes.length - behind.length
  const summary = `共 ${outcomes.length} 个数据库：本次更新 ${moved} 个，已是最新 ${current} 个，落后 ${behind.length} 个。`
  return [summary, ...behind.map(describeBehind)]
}

function describeBehind({ name, left, unknown, failure }: MigrationOutcome): string {
  const lacks = left.length === 0 ? '' : `缺 ${left.join('、')}`
  if (unknown.length > 0) {
    const had = `有本版本不认识的迁移 ${unknown.join('、')}，未改动，请确认程序版本`
    return `${name}：${[had, lacks].filter((part) => part !== '').join('；')}`
  }
  if (failure === null) return `${name}：${lacks}`
  return `${name}：${[lacks, `原因：${failure}`].filter((part) => part !== '').join('；')}`
}
