import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * What Unihan says of characters: which 通用规范汉字表 has, which stand in names, places, modern dictionaries,
 * which come from the mainland, Taiwan, Hong Kong or Macao at all.
 */
export type Unihan = {
  standard: ReadonlySet<string>
  names: ReadonlySet<string>
  chinese: ReadonlySet<string>
}

/**
 * Sources of kIRG_GSource that are names of people and places (公安部人口信息、地名), terms of science, and
 * dictionaries and works of the modern language.
 */
const sources = new Set(
  'GIDC GXM GDM GRM GDZ GKJ GXC GXH GXHZ GCE GFC GFZ GZH GWZ GCH GGH GU'.split(' '),
)

/** Reads the database of Han characters as Debian's package unicode-data has it. */
export function readUnihan(folder: string): Unihan {
  const lines = ['OtherMappings', 'Readings', 'IRGSources'].flatMap((part) =>
    execFileSync('bzcat', [join(folder, `Unihan_${part}.txt.bz2`)], { maxBuffer: 2 ** 28 })
      .toString()
      .split('\n'),
  )
  const standard = new Set<string>()
  const names = new Set<string>()
  const chinese = new Set<string>()
  for (const line of lines) {
    const [, point, field, value = ''] = /^U\+(\w+)\t(\w+)\t(.*)$/.exec(line) ?? []
    if (point === undefined) continue
    const char = (): string => String.fromCodePoint(Number.parseInt(point, 16))
    if (field === 'kTGH') standard.add(char())
    if (/^kIRG_[GTHM]Source$/.test(field ?? '')) chinese.add(char())
    if (field === 'kIRG_GSource' && sources.has(/^G[A-Z]*/.exec(value)?.[0] ?? '')) {
      names.add(char())
    }
  }
  return { standard, names: new Set([...names, ...standard]), chinese }
}
