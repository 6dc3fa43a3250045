import type { Agency } from './agency.ts'

/** The agencies in the years in which they stood otherwise; all of it follows from them alone. */
const views = new WeakMap<readonly Agency[], Map<number, readonly Agency[]>>()
const moves = new WeakMap<readonly Agency[], readonly number[]>()

/**
 * The agencies as they stood to each other in a year (机构隶属): figures of a year belong to the office
 * that was above an agency in it. The answer is `agencies` itself where none has come under another office.
 */
export function agenciesIn(agencies: readonly Agency[], year: number): readonly Agency[] {
  if (yearsOfMoves(agencies).every((until) => year > until)) return agencies
  const known = views.get(agencies) ?? new Map<number, readonly Agency[]>()
  views.set(agencies, known)
  const view = known.get(year) ?? viewIn(agencies, year)
  known.set(year, view)
  return view
}

/** A stretch of months in which an agency's figures lay with another office than they do in the year asked for. */
export type Carried = { office: string; agency: string; from: string; to: string; sign: 1 | -1 }

/**
 * What the figures of the time before a year lack or hold too much of (机构调整转入、转出), so that an office
 * carries over what the agencies of that year carry over: the past of those that came is added, of those
 * that went taken off. Empty where no agency has come under another office.
 */
export function carriedInto(agencies: readonly Agency[], year: number): Carried[] {
  const now = pathsIn(agencies, year)
  return stretchesBefore(yearsOfMoves(agencies), year).flatMap(({ from, to }) => {
    const then = pathsIn(agencies, to)
    const [first, last] = [`${yearText(from)}-01`, `${yearText(to)}-12`]
    return agencies.flatMap(({ id: agency }): Carried[] => {
      const [is, was] = [now.get(agency) ?? [], then.get(agency) ?? []]
      const came = is.filter((office) => !was.includes(office))
      const went = was.filter((office) => !is.includes(office))
      const carried = (office: string, sign: 1 | -1): Carried => {
        return { office, agency, from: first, to: last, sign }
      }
      return [...came.map((one) => carried(one, 1)), ...went.map((one) => carried(one, -1))]
    })
  })
}

/** An agency below an office, or an office above it, from one year to another (YYYY). */
export type Membership = { id: string; from: string; to: string }

/** All that have ever been below an office, itself included, each with its years (历年下级). */
export function membershipsOf(agencies: readonly Agency[], office: string): Membership[] {
  return stretches(agencies).flatMap(({ from, to }) =>
    agenciesIn(agencies, to)
      .filter(({ path }) => path.includes(office))
      .map(({ id }) => ({ id, from: yearText(from), to: yearText(to) })),
  )
}

/** The offices above an agency, itself included, from the top down, each with the years in which it was. */
export function officeYears(agencies: readonly Agency[], id: string): Membership[] {
  return stretches(agencies).flatMap(({ from, to }) => {
    const path = agenciesIn(agencies, to).find((one) => one.id === id)?.path ?? [id]
    return path.map((office) => ({ id: office, from: yearText(from), to: yearText(to) }))
  })
}

/** Ids of those of a year (YYYY), in their order. */
export function idsIn(all: readonly Membership[], year: string): string[] {
  return all.filter(({ from, to }) => from <= year && year <= to).map(({ id }) => id)
}

function stretches(agencies: readonly Agency[]): { from: number; to: number }[] {
  return stretchesBefore(yearsOfMoves(agencies), 10_000)
}

/** The last years in which agencies were below another office, ascending. */
function yearsOfMoves(agencies: readonly Agency[]): readonly number[] {
  const known = moves.get(agencies)
  if (known !== undefined) return known
  const all = agencies.flatMap(({ formerParents }) => formerParents ?? []).map(({ until }) => until)
  const years = [...new Set(all)].toSorted((a, b) => a - b)
  moves.set(agencies, years)
  return years
}

/** The stretches of years before one, each without a move in it. */
function stretchesBefore(ends: readonly number[], year: number): { from: number; to: number }[] {
  const last = [...ends.filter((until) => until < year - 1), year - 1]
  return last.map((to, at) => ({ from: (last[at - 1] ?? -1) + 1, to }))
}

function yearText(year: number): string {
  return String(year).padStart(4, '0')
}

function pathsIn(agencies: readonly Agency[], year: number): Map<string, readonly string[]> {
  return new Map(agenciesIn(agencies, year).map(({ id, path }) => [id, path]))
}

function viewIn(agencies: readonly Agency[], year: number): readonly Agency[] {
  const parents = new Map(agencies.map((agency) => [agency.id, parentIn(agency, year)]))
  const pathOf = (id: string): string[] => {
    const parent = parents.get(id) ?? null
    return parent === null ? [id] : [...pathOf(parent), id]
  }
  return agencies.map((agency) => {
    const parentId = parents.get(agency.id) ?? null
    return { ...agency, parentId, path: pathOf(agency.id) }
  })
}

function parentIn({ parentId, formerParents }: Agency, year: number): string | null {
  return formerParents?.find(({ until }) => year <= until)?.parentId ?? parentId
}
