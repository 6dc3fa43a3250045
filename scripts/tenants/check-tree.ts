import { checkInstruments } from './check-instruments.ts'
import { checkPlace } from './check-place.ts'
import { checkUnique } from './check-unique.ts'
import { wholeFile, type Problem } from './problem.ts'
import type { Entry, Tree } from './read-tree.ts'
import { idOf } from './resolve.ts'

/** Checks the whole tree of agencies; an empty answer means that it can be used. */
export function checkTree(tree: Tree): readonly Problem[] {
  const bySlug = new Map(tree.entries.map((entry) => [entry.slug, entry]))
  const placed = tree.entries.flatMap((entry) => {
    if (entry.parent === null) return checkPlace(entry, null)
    const above = bySlug.get(entry.parent)
    // A parent that could not be read has its own line already.
    return above === undefined ? [] : checkPlace(entry, above)
  })
  return [
    ...tree.problems,
    ...rootProblems(tree),
    ...placed,
    ...tree.entries.flatMap(checkInstruments),
    ...checkUnique(tree.entries),
    ...closureProblems(tree.entries),
    ...formerParentProblems(tree.entries),
  ]
}

/** A closed agency (撤并机关) names another agency that is still there. */
function closureProblems(entries: readonly Entry[]): readonly Problem[] {
  const open = new Set(
    entries.filter(({ manifest }) => manifest.closed === undefined).map((e) => idOf(e.manifest)),
  )
  return entries.flatMap(({ file, manifest: { closed } }) =>
    closed === undefined || open.has(closed.successor)
      ? []
      : [
          {
            file,
            field: 'closed.successor',
            what: '不是仍在履职的机关',
            fix: '请写承接机关的永久标识',
          },
        ],
  )
}

/** Offices that an agency was below (原隶属机关) are agencies of a higher level, named from the oldest on. */
function formerParentProblems(entries: readonly Entry[]): readonly Problem[] {
  const ranks = new Map(entries.map(({ manifest }) => [idOf(manifest), rankOf(manifest)]))
  return entries.flatMap(({ file, manifest }) => {
    const former = manifest.formerParents ?? []
    const isAbove = ({ parentId }: { parentId: string }): boolean =>
      (ranks.get(parentId) ?? Number.MAX_SAFE_INTEGER) < rankOf(manifest)
    const isInOrder = former.every(
      ({ until }, at) => at === 0 || until > (former[at - 1]?.until ?? 0),
    )
    const field = 'formerParents'
    return [
      ...(former.every(isAbove)
        ? []
        : [{ file, field, what: '有不是上一层级的机关', fix: '请写本部署里层级更高的机关' }]),
      ...(isInOrder ? [] : [{ file, field, what: '年份没有从早到晚', fix: '请按年份先后写' }]),
    ]
  })
}

/** Levels from above, a government before its departments. */
function rankOf({ level, kind }: Entry['manifest']): number {
  return ['prefecture', 'county', 'township'].indexOf(level) * 2 + (kind === 'government' ? 0 : 1)
}

function rootProblems({ entries, problems }: Tree): readonly Problem[] {
  const roots = entries.filter((entry) => entry.parent === null)
  const [first, ...others] = roots
  if (first === undefined) {
    if (problems.length > 0) return []
    return [{ file: 'tenants', field: wholeFile, what: '没有机关', fix: '请先建立最上级机关' }]
  }
  return others.map((entry) => secondRoot(entry, first))
}

function secondRoot({ file }: Entry, first: Entry): Problem {
  const fix = `请移到 ${first.file} 之下`
  return { file, field: wholeFile, what: '一个部署只能有一个最上级机关', fix }
}
