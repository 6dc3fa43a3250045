import { doors, places, type Door } from './doors.data.ts'
import type { Source } from './source.ts'

/** What breaks a rule, as lines that name the file. */
export type Rule = (sources: readonly Source[]) => string[]

/** Imports go only through the doors of the matrix. */
export const throughDoors: Rule = (sources) =>
  sources.flatMap((source) => {
    const door = doorOf(source.path)
    if (door === undefined) return [`${source.path} stands on no floor`]
    return source.imports
      .filter((entry) => !mayEnter(source.path, door, entry))
      .map((entry) => `${source.path} must not import ${entry.target}`)
  })

/** Clock, chance, bindings, console and network stand only where they are allowed. */
export const inPlace: Rule = (sources) =>
  sources.flatMap(({ path, code }) =>
    places
      .filter((place) => place.pattern.test(code) && !isBelow(path, place.in))
      .map(({ what }) => `${path} must not use ${what}`),
  )

/** No file of a tree of sources takes part in a circle of imports. */
export const noCycles: Rule = (sources) => {
  const edges = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.filter((entry) => !entry.isPackage).map((entry) => entry.target),
    ]),
  )
  const done = new Set<string>()
  const found: string[] = []
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path)
    if (at >= 0) found.push([...trail.slice(at), path].join(' → '))
    if (at >= 0 || done.has(path)) return
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path])
    done.add(path)
  }
  for (const path of edges.keys()) walk(path, [])
  return found
}

/** No file only passes on what others export. */
export const noBarrels: Rule = (sources) =>
  sources
    .filter(({ code }) => {
      const rest = code
        .replaceAll(/^(?:export\s+(?:type\s+)?(?:\*|\{)|import\b)[\s\S]*?''/gm, '')
        .replaceAll("''", '')
      return code.includes('export') && rest.trim() === ''
    })
    .map(({ path }) => `${path} only passes on exports`)

/** Names say what a thing is; a room may be called service, because 服务事项 is one. */
export const noEmptyNames: Rule = (sources) =>
  sources
    .filter(({ path }) =>
      path
        .split('/')
        .some((part, i, parts) =>
          i === parts.length - 1
            ? /(?:^|-)(?:utils?|helpers?|managers?|services?|impl|misc)\./.test(part)
            : /^(?:utils?|helpers?|managers?|services|impl|misc|common)$/.test(part),
        ),
    )
    .map(({ path }) => `${path} has a name that says nothing`)

/** Files stay short; tables of data and generated files may be long. */
export const noLongFiles: Rule = (sources) =>
  sources
    .filter(({ path, text }) => !/\.(?:data|generated)\.tsx?$/.test(path) && linesOf(text) > 300)
    .map(({ path, text }) => `${path} has ${linesOf(text)} lines`)

/** SQL is written, never assembled: a statement may take in only constants of its own floor. */
export const noBuiltSql: Rule = (sources) =>
  sources.flatMap((source) => {
    const { path, code } = source
    const faults = /\bsql\.raw\b|\b\w*(?:db|database|region)\.exec\(/i.test(code) ? ['raw SQL'] : []
    for (const [, inside = ''] of code.matchAll(/\$\{([^}]*)\}/g)) {
      if (isInSql(code, inside) && !isConstant(source, inside, sources))
        faults.push(`\${${inside}} in SQL`)
    }
    return faults.map((fault) => `${path} has ${fault}`)
  })

/**
 * A number of rows that is bound stands in a sum: SQLite looks at the value of a bare one to plan, and so
 * makes the whole statement ready anew each time it is run, which costs more than to run it.
 */
export const noBareLimit: Rule = (sources) =>
  sources
    .filter(({ text }) => /\b(?:LIMIT|OFFSET)\s+[?:@][A-Za-z0-9]*(?!\s*\+|[A-Za-z0-9])/.test(text))
    .map(({ path }) => `${path} has a bare parameter behind LIMIT`)

/** A module keeps nothing between requests, save what a WeakMap derives from the key it hangs on. */
export const noModuleState: Rule = (sources) =>
  sources
    .filter(({ code }) =>
      /^(?:export )?(?:let|var) |^(?:export )?const [^\n=]+= new (?:Map|Set)\b[^(]*\(\s*\)/m.test(
        code,
      ),
    )
    .map(({ path }) => `${path} keeps state in a module`)

/** Half of the files are at most 70 lines long. */
export const shortByHalf: Rule = (sources) => {
  const sizes = sources.map(({ text }) => linesOf(text)).toSorted((a, b) => a - b)
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0
  return median > 70 ? [`the median file has ${median} lines`] : []
}

function doorOf(path: string): Door | undefined {
  return doors
    .filter((door) => path.startsWith(door.from))
    .toSorted((a, b) => b.from.length - a.from.length)[0]
}

function mayEnter(path: string, door: Door, entry: Source['imports'][number]): boolean {
  if (entry.isPackage) return door.packages.includes(entry.target)
  const room = path.split('/')[2] ?? ''
  const values = door.values.map((place) => place.replace('{room}', room))
  return (
    isBelow(entry.target, values) || (entry.isTypeOnly && isBelow(entry.target, door.types ?? []))
  )
}

function isBelow(path: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => path.startsWith(prefix))
}

function linesOf(text: string): number {
  return text.split('\n').length - 1
}

function isInSql(code: string, inside: string): boolean {
  const templates = code.match(/`(?:\\.|[^`\\])*`/g) ?? []
  return templates.some(
    (template) =>
      template.includes(`\${${inside}}`) &&
      /`\s*(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH|CREATE|DROP|PRAGMA)\b/i.test(template),
  )
}

function isConstant(source: Source, name: string, all: readonly Source[]): boolean {
  if (!/^[A-Za-z]\w*$/.test(name)) return false
  const floor = source.imports.filter(({ target }) => target.startsWith('src/store/'))
  const near = all.filter(({ path }) => floor.some(({ target }) => target === path))
  const written = new RegExp(`^(?:export )?const ${name} = (?:''|\`(?:\\\\.|[^\`\\\\$])*\`)`, 'm')
  return [source, ...near].some(({ code }) => written.test(code))
}
