import { readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { readTree } from '../../scripts/tenants/read-tree.ts'
import { genres } from '../../src/domain/catalog/genres.data.ts'
import { themes } from '../../src/domain/catalog/themes.data.ts'
import { columnsOf, type Column } from '../../src/domain/catalog/tree.ts'
import { checkCreditCode } from '../../src/domain/shared/validate/credit-code.ts'
import { checkEmail } from '../../src/domain/shared/validate/email.ts'
import { checkPhone } from '../../src/domain/shared/validate/phone.ts'
import { checkResidentId } from '../../src/domain/shared/validate/resident-id.ts'
import { isWorkingDay, nationalCalendar } from '../../src/domain/time/calendar.ts'
import { localDateOf, parseInstant } from '../../src/domain/time/instant.ts'
import {
  addDays,
  isLocalDate,
  localDate,
  type LocalDate,
} from '../../src/domain/time/local-date.ts'
import { addWorkingDays } from '../../src/domain/time/working-days.ts'

const root = new URL('../../', import.meta.url).pathname
const genreKeys: ReadonlySet<string> = new Set(genres.map(({ key }) => key))
const files = ['documents.jsonl', 'applications.json', 'texts.json', 'publishing.json']
/** Every row of the result block of the annual report (年度报告表三, 三). */
const outcomes = (
  'granted partialGrant denied.stateSecret denied.lawForbidden ' +
  'denied.threeSecuritiesOneStability denied.thirdPartyRights denied.internalAffairs ' +
  'denied.processInfo denied.enforcementFile denied.adminInquiry unable.notHeld ' +
  'unable.needsCreation unable.stillUnclear notProcessed.petition notProcessed.repeated ' +
  'notProcessed.publication notProcessed.excessive notProcessed.reconfirm ' +
  'other.overdueCorrection other.overdueFee other.misc'
).split(' ')
/** Outcomes that only come after a pause of the clock: 补正, 缴费, 征求第三方意见. */
const paused = new Set(
  'unable.stillUnclear other.overdueCorrection other.overdueFee denied.thirdPartyRights'.split(' '),
)

const day = z.string().refine(isLocalDate)
const DemoDocument = z.strictObject({
  agency: z.string(),
  column: z.string(),
  title: z.string().min(8).max(100),
  docNumber: z
    .string()
    .regex(/^[\p{Script=Han}（）]+〔\d{4}〕[1-9]\d*号$/u)
    .nullable(),
  issuer: z.string().min(2),
  writtenOn: day,
  publishedOn: day,
  theme: z.enum(themes.map((theme) => theme.key)),
  genre: z.enum(genres.map((genre) => genre.key)),
  url: z.string().regex(/^https?:\/\/(?:[a-z0-9-]+\.)*gov\.cn\//),
})
const contact = {
  name: z.string().includes('演示'),
  phone: z.string().regex(/^1990000\d{4}$/),
  email: z.string().endsWith('@example.com'),
  address: z.string().includes('演示'),
  postcode: z.string().regex(/^\d{6}$/),
}
const organisations = [
  'commercial',
  'research',
  'publicWelfare',
  'legalService',
  'otherOrg',
] as const
const Applicant = z.discriminatedUnion('class', [
  z.strictObject({
    class: z.literal('naturalPerson'),
    idType: z.literal('resident-id'),
    idNumber: z.string(),
    ...contact,
  }),
  z.strictObject({
    class: z.enum(organisations),
    creditCode: z.string(),
    legalRepresentative: z.string().includes('演示'),
    contactName: z.string().includes('演示'),
    ...contact,
  }),
])
const Application = z.strictObject({
  agency: z.string(),
  arrivedAt: z.string().endsWith('+08:00'),
  channel: z.enum(['internet', 'in-person', 'registered-mail', 'ordinary-mail', 'fax', 'oral']),
  applicantClass: z.enum(['naturalPerson', ...organisations]),
  applicantNo: z.int().nonnegative(),
  subject: z.string().min(4).max(60),
  description: z.string().min(8).max(200),
  confirmAfterDays: z.int().min(0).max(12),
  decideAfterWorkingDays: z.int().min(1).max(40).nullable(),
  outcome: z.enum(outcomes).nullable(),
})
const Texts = z.strictObject({
  bodies: z.record(z.string(), z.array(z.string())),
  rules: z.array(z.strictObject({ id: z.string(), title: z.string(), body: z.string() })),
  replies: z.record(z.string(), z.array(z.string().min(15).max(120))),
})

const documents = read('documents.jsonl')
  .trimEnd()
  .split('\n')
  .map((line) => DemoDocument.parse(JSON.parse(line)))
const { applicants, applications } = z
  .strictObject({ applicants: z.array(Applicant), applications: z.array(Application) })
  .parse(JSON.parse(read('applications.json')))
const texts = Texts.parse(JSON.parse(read('texts.json')))
const leaves = new Map(
  readTree(root).entries.map(({ slug, manifest }) => [slug, leavesOf(columnsOf(manifest))]),
)

describe('demonstration documents (演示数据: 只有事实)', () => {
  test('every document stands in a leaf column of an agency that exists', () => {
    const misplaced = documents.filter(
      ({ agency, column }) => leaves.get(agency)?.has(column) !== true,
    )
    expect(misplaced).toEqual([])
  })

  test('every agency has documents, and none has the same one twice', () => {
    for (const agency of leaves.keys()) {
      const own = documents.filter((document) => document.agency === agency)
      expect(own.length, agency).toBeGreaterThanOrEqual(12)
      expect(new Set(own.map(({ url }) => url)).size, agency).toBe(own.length)
      expect(new Set(own.map(({ title }) => title)).size, agency).toBe(own.length)
    }
  })

  test('several thousand different documents, none written after it was published', () => {
    expect(new Set(documents.map(({ url }) => url)).size).toBeGreaterThan(4000)
    expect(documents.filter((one) => one.writtenOn > one.publishedOn)).toEqual([])
    expect(new Set(documents.map(({ theme }) => theme)).size).toBe(themes.length)
  })

  test('nothing in them looks like a resident id or a mobile phone (个人信息保护法第28条)', () => {
    const text = read('documents.jsonl')
    expect(text.match(/(?<!\d)\d{17}[\dXx](?![\dXx])/g)).toBeNull()
    expect(text.match(/(?<!\d)1[3-9]\d{9}(?!\d)/g)).toBeNull()
  })
})

describe('demonstration applications (依申请公开一年的事实)', () => {
  test('applicants are evidently invented and pass the checks of the form', () => {
    for (const applicant of applicants) {
      const number =
        applicant.class === 'naturalPerson'
          ? checkResidentId(applicant.idNumber)
          : checkCreditCode(applicant.creditCode)
      expect(number.ok, applicant.name).toBe(true)
      expect(checkPhone(applicant.phone).ok, applicant.name).toBe(true)
      expect(checkEmail(applicant.email).ok, applicant.name).toBe(true)
      if (applicant.class === 'naturalPerson') {
        expect(applicant.idNumber, applicant.name).toMatch(/^341399190001/)
      }
    }
    expect(new Set(applicants.map(({ name }) => name)).size).toBe(applicants.length)
    expect(new Set(applicants.map(({ phone }) => phone)).size).toBe(applicants.length)
  })

  test('every application is made by an applicant of its class to an agency that exists', () => {
    for (const { agency, applicantNo, applicantClass } of applications) {
      expect(leaves.has(agency), agency).toBe(true)
      expect(applicants[applicantNo]?.class).toBe(applicantClass)
    }
  })

  test('every result row of the annual report occurs, and decided and open agree', () => {
    const found = new Set<string | null>(applications.map(({ outcome }) => outcome))
    expect(outcomes.filter((outcome) => !found.has(outcome))).toEqual([])
    for (const { outcome, decideAfterWorkingDays } of applications) {
      expect(outcome === null).toBe(decideAfterWorkingDays === null)
    }
  })

  test('arrivals, confirmations and decisions are possible days of the one year', () => {
    for (const application of applications) {
      const { arrivedOn, receivedOn, decidedOn } = daysOf(application)
      expect(arrivedOn >= '2025-11-01' && arrivedOn <= '2026-11-20', arrivedOn).toBe(true)
      expect(isWorkingDay(nationalCalendar, receivedOn).working, receivedOn).toBe(true)
      if (application.channel !== 'internet') {
        expect(isWorkingDay(nationalCalendar, arrivedOn).working, arrivedOn).toBe(true)
      }
      if (decidedOn !== null) expect(decidedOn <= '2026-11-20', decidedOn).toBe(true)
    }
  })

  test('most are decided within 20 working days, a handful late (条例第33条)', () => {
    const late = applications.filter(
      ({ outcome, decideAfterWorkingDays }) =>
        outcome !== null && !paused.has(outcome) && (decideAfterWorkingDays ?? 0) > 20,
    )
    expect(late.length).toBeGreaterThan(0)
    expect(late.length).toBeLessThan(15)
  })
})

describe('demonstration texts (演示文字)', () => {
  test('bodies say what they are and where the original is; other serves genres without their own', () => {
    for (const [genre, patterns] of Object.entries(texts.bodies)) {
      expect(genreKeys.has(genre), genre).toBe(true)
      expect(patterns.length, genre).toBeGreaterThanOrEqual(3)
      expect(patterns.filter((text) => !text.includes('{docNumber}')).length).toBeGreaterThan(1)
      for (const text of patterns) {
        expect(text).toMatch(/^【演示】[^\n]*\{url\}|【演示】[^\n]*\{url\}[^\n]*$/)
        const { length } = text.replaceAll(/\{\w+\}/g, '')
        expect(length >= 80 && length <= 250, text).toBe(true)
        const unknown = text.replaceAll(/\{(?:title|issuer|docNumber|writtenOn|theme|url)\}/g, '')
        expect(unknown).not.toMatch(/[{}]/)
      }
    }
    expect(texts.bodies).toHaveProperty('other')
  })

  test('every result has a reply, and every agency five rules', () => {
    expect(Object.keys(texts.replies).toSorted()).toEqual(outcomes.toSorted())
    expect(texts.rules).toHaveLength(5)
    for (const { body } of texts.rules) expect(body).toContain('【演示】')
  })

  test('the files together stay small', () => {
    const bytes = files.reduce((sum, file) => sum + statSync(`${root}demo/${file}`).size, 0)
    expect(bytes).toBeLessThanOrEqual(3_000_000)
  })
})

function read(file: string): string {
  return readFileSync(`${root}demo/${file}`, 'utf8')
}

function leavesOf(columns: readonly Column[]): Set<string> {
  const flat = columns.flatMap(({ id, children }) =>
    children.length === 0 ? [id] : [...leavesOf(children)],
  )
  return new Set(flat)
}

function daysOf(application: z.infer<typeof Application>): {
  arrivedOn: LocalDate
  receivedOn: LocalDate
  decidedOn: LocalDate | null
} {
  const arrivedAt = parseInstant(application.arrivedAt)
  const arrivedOn = arrivedAt === null ? localDate('1900-01-01') : localDateOf(arrivedAt)
  const receivedOn = addDays(arrivedOn, application.confirmAfterDays)
  const after = application.decideAfterWorkingDays
  const decidedOn = after === null ? null : addWorkingDays(nationalCalendar, receivedOn, after).on
  return { arrivedOn, receivedOn, decidedOn }
}
