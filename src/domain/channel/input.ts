import * as z from 'zod'
import { safeLine } from '../document/safe-text.ts'
import { dateField } from '../shared/validate/fields.ts'
import { addProblem } from '../shared/validate/parse.ts'
import { recordedChannels } from './channels.data.ts'

/** What an officer records of a carrier (载体登记): which, when, and where or in which issue. */
export const channelRecord = z
  .strictObject({
    channel: z.enum(recordedChannels),
    on: dateField,
    place: safeLine(200).optional(),
  })
  .superRefine(({ channel, place }, ctx) => {
    if (channel !== 'gazette' || place !== undefined) return
    // Issues are listed by their number, so an item of the gazette has one.
    ctx.issues.push({
      code: 'custom',
      input: place,
      path: ['place'],
      params: { problem: { problem: 'required' } },
    })
  })

/** A period of the totals: a year or a month. */
export const totalsPeriod = z.string().superRefine((text, ctx) => {
  if (/^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?$/.test(text)) return
  addProblem(ctx, text, { problem: 'ill-formed', what: 'period' })
})
