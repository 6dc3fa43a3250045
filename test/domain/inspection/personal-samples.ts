import * as fc from 'fast-check'

const areas = [
  '110101',
  '341302',
  '341321',
  '320102',
  '510104',
  '622301',
  '440305',
  '659001',
  '830000',
]
const day = (year: number): fc.Arbitrary<string> =>
  fc
    .integer({ min: 0, max: 364 })
    .map((of) => new Date(Date.UTC(year, 0, 1 + of)).toISOString().slice(0, 10).replaceAll('-', ''))

/** Resident numbers of nobody: area, day of birth and serial by chance, right check character. */
export const residentId: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...areas),
    fc.integer({ min: 1920, max: 2012 }).chain(day),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([area, born, serial]) => withCheck(`${area}${born}${String(serial).padStart(3, '0')}`))

/** Numbers of fifteen digits as given before 1999. */
export const oldResidentId: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('110101', '342201', '320102'),
    fc.integer({ min: 1920, max: 1998 }).chain(day),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([area, born, serial]) => `${area}${born.slice(2)}${String(serial).padStart(3, '0')}`)

const issuers = [
  ...[16, 17, 18, 19].map((length) => ['62', length] as const),
  ['622848', 19],
  ['955880', 19],
  ['4', 16],
  ['4', 13],
  ['52', 16],
  ['37', 15],
  ['3528', 16],
] as const

/** Card numbers with the prefix of an issuer and the right check digit. */
export const bankCard: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...issuers),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 19, maxLength: 19 }),
  )
  .map(([[prefix, length], noise]) => withLuhn(`${prefix}${noise.join('')}`.slice(0, length - 1)))
  .filter((card) => new Set(card.slice(4)).size > 1)

function withCheck(seventeen: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0)
  return `${seventeen}${'10X98765432'[sum % 11] ?? ''}`
}

function withLuhn(start: string): string {
  for (let check = 0; check < 10; check += 1) {
    const card = `${start}${check}`
    const sum = Array.from(card)
      .toReversed()
      .reduce((total, char, at) => {
        const digit = Number(char)
        return total + (at % 2 === 0 ? digit : ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit] ?? 0))
      }, 0)
    if (sum % 10 === 0) return card
  }
  return start
}
