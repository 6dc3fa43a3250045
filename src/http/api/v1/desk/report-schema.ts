import * as z from 'zod'
import { submittedContent } from '../../../../domain/report/annual/input.ts'
import { receivedStates, reportStates } from '../../../../domain/report/annual/lifecycle.ts'
import { reportSections } from '../../../../domain/report/annual/sections.data.ts'
import { reportFormats } from '../../../../domain/report/forms.data.ts'
import { reportInput } from '../../../../domain/report/input.ts'
import { findingSchema } from '../report.ts'

const text = z.string()
const day = z.string().nullable()
const figure = z.union([z.number(), text]).nullable()
const section = z.enum(reportSections.map(({ key }) => key))
const remarks = z.array(z.object({ at: text, text }))
const cell = z.object({ table: text, row: text, column: text })

const work = z.object({
  year: z.int(),
  edition: z.int(),
  version: z.int(),
  state: z.enum(reportStates),
  format: z.enum(reportFormats),
  entered: z.boolean(),
  prose: z.record(section, text),
  reasons: z.record(text, text),
  remarks,
  note: text.nullable(),
  itemId: text.nullable(),
  digest: text.nullable(),
  letterId: text.nullable(),
  submittedOn: day,
  decidedOn: day,
})

/** The years of the desk's list, for the API reference (年报列表). */
export const reportListSchema = z.object({
  items: z.array(
    z.object({ year: z.int(), work: work.nullable(), dueOn: text, isLate: z.boolean() }),
  ),
  next: text.nullable(),
})

/** A report at the desk, for the API reference (年报工作稿). */
export const reportWorkSchema = z.object({
  work,
  report: reportInput,
  references: z.array(z.object({ name: text, value: figure })),
  missing: z.array(z.object({ id: text, name: text })),
  check: z.object({
    findings: z.array(findingSchema),
    blanks: z.array(cell),
    impossible: z.array(cell),
    prose: z.array(z.object({ name: text, why: z.enum(['unknown', 'unreported']), section })),
    emptySections: z.array(section),
    stubs: z.array(text),
    unexplained: z.array(text),
    isClean: z.boolean(),
  }),
  drift: z.array(cell.extend({ locked: figure, now: figure })),
  dueOn: text,
  isLate: z.boolean(),
  isOver: z.boolean(),
  actions: z.array(text),
})

/** What those below have submitted for a year (报送进度). */
export const receivedListSchema = z.object({
  year: z.int(),
  items: z.array(
    z.object({
      agency: z.object({ id: text, name: text }),
      dueOn: text,
      letterId: text.nullable(),
      state: text.nullable(),
      receivedOn: day,
      isLate: z.boolean(),
    }),
  ),
  rollup: z
    .object({
      lacking: z.int(),
      cells: z.array(cell.extend({ total: z.number(), sum: z.number() })),
    })
    .nullable(),
  next: text.nullable(),
})

/** One report from below and what is found in it here (下级年报). */
export const receivedReportSchema = z.object({
  letterId: text,
  version: z.int(),
  state: z.enum(receivedStates),
  sender: z.object({ id: text, name: text }).nullable(),
  content: submittedContent,
  findings: z.array(findingSchema),
  remarks,
  opinion: text.nullable(),
  decidedOn: day,
  actions: z.array(z.enum(['return', 'clear'])),
})
