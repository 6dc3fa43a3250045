import { misplacedColumns, type MisplacedColumn } from '../../src/domain/catalog/tree.ts'
import { reservedPrefixes, reservedSlugs, type Manifest } from './manifest.ts'
import type { Problem } from './problem.ts'
import type { Entry } from './read-tree.ts'

type Fault = Omit<Problem, 'file'>

/** Checks one agency against its place in the tree: name of file, level, codes, site, columns. */
export function checkPlace(entry: Entry, above: Entry | null): readonly Problem[] {
  const { manifest } = entry
  const faults = [
    ...slugFaults(entry),
    ...(above === null ? rootFaults(manifest) : childFaults(manifest, above.manifest)),
    ...misplacedColumns(manifest).map(columnFault),
    ...villageFaults(manifest),
  ]
  return faults.map(({ field, what, fix }) => ({ file: entry.file, field, what, fix }))
}

function slugFaults({ slug, manifest }: Entry): readonly Fault[] {
  const faults: Fault[] = []
  if (manifest.slug !== slug) {
    const fix = `请把文件名或 slug 改成同一个（文件名是 ${slug}）`
    faults.push({ field: 'slug', what: '与文件名不一致', fix })
  }
  if (reservedSlugs.includes(manifest.slug)) {
    faults.push({ field: 'slug', what: '是系统保留字', fix: '请换一个代号' })
  }
  return faults
}

function rootFaults(manifest: Manifest): readonly Fault[] {
  const faults: Fault[] = []
  if (manifest.level !== 'prefecture' || manifest.kind !== 'government') {
    const fix = '最上级应为 level prefecture、kind government'
    faults.push({ field: 'level', what: '最上级机关不是地市政府', fix })
  }
  if (manifest.regionDatabase === undefined) {
    faults.push({ field: 'regionDatabase', what: '缺少必填字段', fix: '请写上汇总数据库标识' })
  }
  if (manifest.site.mode === 'channel') {
    faults.push({ field: 'site.mode', what: '最上级机关没有可依附的网站', fix: '请改为 own' })
  }
  return [...faults, ...ownSiteFaults(manifest)]
}

function childFaults(manifest: Manifest, above: Manifest): readonly Fault[] {
  const faults = [...levelFaults(manifest, above), ...divisionFaults(manifest, above)]
  if (manifest.regionDatabase !== undefined) {
    const fix = '请删去，它只写在最上级机关'
    faults.push({ field: 'regionDatabase', what: '不应写在这里', fix })
  }
  if (manifest.site.mode === 'own') return [...faults, ...ownSiteFaults(manifest)]
  return [...faults, ...channelFaults(manifest, manifest.site.prefix, above)]
}

function ownSiteFaults(manifest: Manifest): readonly Fault[] {
  if (manifest.site.mode !== 'own') return []
  const faults: Fault[] = []
  if (manifest.siteIdCode === undefined) {
    faults.push({ field: 'siteIdCode', what: '缺少必填字段', fix: '自有域名须有 10 位标识码' })
  }
  if (manifest.footer === undefined) {
    faults.push({ field: 'footer', what: '缺少必填字段', fix: '自有域名须有页脚法定标注' })
  }
  return faults
}

function channelFaults(manifest: Manifest, prefix: string, above: Manifest): readonly Fault[] {
  const faults: Fault[] = []
  if (above.site.mode !== 'own') {
    const fix = '请把上级改为自有域名，或把本机关改为 own'
    faults.push({ field: 'site.mode', what: `上级 ${above.slug} 自己也是频道`, fix })
  }
  if (reservedPrefixes.includes(prefix)) {
    faults.push({ field: 'site.prefix', what: '与网站自身的路径相同', fix: '请换一个路径' })
  }
  if (manifest.siteIdCode !== undefined && manifest.siteIdCode !== above.siteIdCode) {
    faults.push({ field: 'siteIdCode', what: '与上级的不同', fix: '频道沿用上级的，请删去' })
  }
  return faults
}

const levels: readonly string[] = ['prefecture', 'county', 'township']

function levelFaults(manifest: Manifest, above: Manifest): Fault[] {
  const step = levels.indexOf(manifest.level) - levels.indexOf(above.level)
  if (manifest.kind === 'government') {
    if (step === 1 && above.kind === 'government') return []
    const fix = `政府应在上一级政府之下，请检查 level 或移动文件`
    return [{ field: 'level', what: `不能放在 ${above.slug} 之下`, fix }]
  }
  if (step === 0) return []
  const fix = `部门和单位与所属机关同级，应为 ${above.level}`
  return [{ field: 'level', what: `与 ${above.slug} 不同级`, fix }]
}

function divisionFaults(manifest: Manifest, above: Manifest): Fault[] {
  const { divisionCode, level, kind } = manifest
  const field = 'divisionCode'
  if (divisionCode.length !== (level === 'township' ? 9 : 6)) {
    return [{ field, what: '位数与层级不符', fix: '县级以上 6 位，乡级 9 位' }]
  }
  if (kind !== 'government' && divisionCode !== above.divisionCode) {
    return [{ field, what: '与所属机关的不同', fix: `请写 ${above.divisionCode}` }]
  }
  const stem = above.level === 'prefecture' ? above.divisionCode.slice(0, 4) : above.divisionCode
  if (divisionCode.startsWith(stem)) return []
  return [{ field, what: `不在上级 ${above.divisionCode} 之内`, fix: `应以 ${stem} 开头` }]
}

const columnFaults: Record<MisplacedColumn['problem'], Fault> = {
  'duplicate-id': { field: 'id', what: '与已有栏目重复', fix: '请换一个标识' },
  'unknown-parent': { field: 'under', what: '没有这个上级栏目', fix: '请写本机关已有栏目的标识' },
  'too-deep': { field: 'under', what: '栏目超过四级', fix: '请放到更上一级' },
  'former-id-in-use': {
    field: 'formerIds',
    what: '仍是现有栏目的标识',
    fix: '曾用标识不能再用于别的栏目',
  },
  'unknown-type': { field: 'columnType', what: '不是规定的栏目类别', fix: '例如 信息公开目录' },
  'merged-id-in-use': {
    field: 'id',
    what: '仍是现有栏目或者曾用栏目的标识',
    fix: '请先撤销这个栏目',
  },
  'unknown-successor': { field: 'into', what: '没有这个承接栏目', fix: '请写本机关已有栏目的标识' },
  'unknown-column': { field: 'column', what: '没有这个栏目', fix: '请写本机关已有栏目的标识' },
}

const listOf = (problem: MisplacedColumn['problem']): string => {
  if (problem === 'unknown-column') return 'columnDuties'
  return mergedFaults.has(problem) ? 'mergedColumns' : 'columns'
}

const mergedFaults: ReadonlySet<MisplacedColumn['problem']> = new Set([
  'merged-id-in-use',
  'unknown-successor',
])

function columnFault({ index, problem }: MisplacedColumn): Fault {
  const fault = columnFaults[problem]
  return { ...fault, field: `${listOf(problem)}[${index}].${fault.field}` }
}

function villageFaults({ level, kind, villages = [] }: Manifest): readonly Fault[] {
  if (villages.length > 0 && (level !== 'township' || kind !== 'government')) {
    return [{ field: 'villages', what: '不是乡镇', fix: '所辖各村只写在乡镇的清单里' }]
  }
  const named = villages.flatMap(({ id, formerIds = [] }, at) => [
    { id, field: `villages[${at}].id` },
    ...formerIds.map((former) => ({ id: former, field: `villages[${at}].formerIds` })),
  ])
  return named.flatMap(({ id, field }, at) =>
    named.findIndex((other) => other.id === id) === at
      ? []
      : [{ field, what: '与另一个村重复', fix: '请换一个标识' }],
  )
}
