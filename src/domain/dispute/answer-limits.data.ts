import type { Procedure } from './types.ts'

/**
 * One row of law: how long the agency has to answer what it received in a dispute filed between
 * `from` and `to` (last day in force, null while it is). `days` are working days (工作日) or calendar
 * days (自然日), after which an end on a rest day rolls on (民事诉讼法第85条).
 */
export type AnswerLimit = {
  before: 'review' | 'court'
  /** null where the law knows one procedure only */
  procedure: Procedure | null
  from: string
  to: string | null
  unit: 'working' | 'calendar'
  days: number
  law: string
}

/** The limits for written answers (书面答复、答辩的期限). */
export const answerLimits: readonly AnswerLimit[] = [
  {
    before: 'review',
    procedure: 'ordinary',
    from: '2024-01-01',
    to: null,
    unit: 'working',
    days: 10,
    law: '行政复议法第48条、第88条',
  },
  {
    before: 'review',
    procedure: 'simple',
    from: '2024-01-01',
    to: null,
    unit: 'working',
    days: 5,
    law: '行政复议法第54条、第88条',
  },
  {
    before: 'review',
    procedure: null,
    from: '1999-10-01',
    to: '2023-12-31',
    unit: 'calendar',
    days: 10,
    law: '行政复议法（1999年）第23条、第40条',
  },
  {
    before: 'court',
    procedure: null,
    from: '2015-05-01',
    to: null,
    unit: 'calendar',
    days: 15,
    law: '行政诉讼法第67条，民事诉讼法第85条',
  },
  {
    before: 'court',
    procedure: null,
    from: '1990-10-01',
    to: '2015-04-30',
    unit: 'calendar',
    days: 10,
    law: '行政诉讼法（1989年）第43条',
  },
]
