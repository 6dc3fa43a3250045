import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Agency } from '../../../src/domain/agency/agency.ts'
import {
  agenciesIn,
  carriedInto,
  membershipsOf,
  officeYears,
} from '../../../src/domain/agency/offices.ts'
import { agencies } from '../../support/agencies.ts'

const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026]

/** Townships and a bureau that came from one county to the other, once or twice. */
const moved: fc.Arbitrary<readonly Agency[]> = fc
  .record({
    river: fc.subarray([2021, 2023, 2024]),
    hill: fc.subarray([2022, 2023]),
    purse: fc.subarray([2021, 2025]),
  })
  .map((untils) =>
    agencies.map((agency) => {
      const own = untils[agency.id as keyof typeof untils]
      if (own === undefined || own.length === 0) return agency
      // The last move led to where the agency is now, each before it from the other county.
      const formerParents = own.map((until, at) => ({
        parentId: (own.length - at) % 2 === 1 ? 'west' : 'east',
        until,
      }))
      return { ...agency, formerParents }
    }),
  )

test('row 68: in every year each agency is below exactly one office, and its path says so', () => {
  fc.assert(
    fc.property(moved, fc.constantFrom(...years), (all, year) => {
      const view = agenciesIn(all, year)
      const byId = new Map(view.map((one) => [one.id, one]))
      for (const { id, parentId, path, formerParents } of view) {
        expect(path.at(-1)).toBe(id)
        expect(path.slice(0, -1)).toEqual(parentId === null ? [] : byId.get(parentId)?.path)
        const then = formerParents?.find(({ until }) => year <= until)
        expect(parentId).toBe(then?.parentId ?? all.find((one) => one.id === id)?.parentId)
      }
    }),
  )
})

test('row 68: what an office carries into a year is what the agencies of that year carry', () => {
  fc.assert(
    fc.property(moved, fc.constantFrom(...years), (all, year) => {
      // Each agency has one open case from each year.
      const past = years.filter((one) => one < year)
      const isBelow = (office: string, id: string, at: number): boolean =>
        agenciesIn(all, at).some((one) => one.id === id && one.path.includes(office))
      for (const { id: office } of all) {
        const stands = past.flatMap((at) => all.filter(({ id }) => isBelow(office, id, at))).length
        const carried = carriedInto(all, year)
          .filter((one) => one.office === office)
          .map(({ from, to, sign }) => {
            const inside = past.filter((at) => `${at}-01` >= from && `${at}-12` <= to)
            return sign * inside.length
          })
          .reduce((sum, n) => sum + n, 0)
        const wanted = all.filter(({ id }) => isBelow(office, id, year)).length * past.length
        expect(stands + carried).toBe(wanted)
      }
    }),
  )
})

test('row 68: who was below an office, and which offices were above, say the same of every year', () => {
  fc.assert(
    fc.property(moved, fc.constantFrom(...years), (all, year) => {
      const during = ({ from, to }: { from: string; to: string }): boolean =>
        from <= String(year) && String(year) <= to
      for (const { id, path } of agenciesIn(all, year)) {
        expect(
          officeYears(all, id)
            .filter(during)
            .map((one) => one.id),
        ).toEqual(path)
        for (const office of path) {
          expect(
            membershipsOf(all, office)
              .filter(during)
              .map((one) => one.id),
          ).toContain(id)
        }
      }
    }),
  )
})

test('agencies that never moved are read as they are', () => {
  expect(agenciesIn(agencies, 2020)).toBe(agencies)
  expect(carriedInto(agencies, 2026)).toEqual([])
})
