import type { Transition } from '../shared/machine.ts'

/** States of a version of a year's table, as words of the protocol. */
export const calendarStates = ['draft', 'in-force', 'replaced', 'dropped'] as const
/** 草稿, 施行中, 已被新版本代替, 已作废. */
export type CalendarState = (typeof calendarStates)[number]

/** What may be done with a draft. */
export const calendarActions = ['edit', 'check', 'drop'] as const
/** 修改, 核对施行, 作废. */
export type CalendarAction = (typeof calendarActions)[number]

const law = '全国年节及纪念日放假办法第2条、第4条、第6条'

/** What becomes of a version (放假安排版本流转表): one that is in force is never edited, only replaced. */
export const calendarLifecycle = [
  { from: 'draft', action: 'edit', to: 'draft', roles: ['information-officer', 'head'], law },
  {
    from: 'draft',
    action: 'check',
    to: 'in-force',
    roles: ['information-officer', 'head', 'legal-reviewer'],
    law,
  },
  { from: 'draft', action: 'drop', to: 'dropped', roles: ['information-officer', 'head'], law },
] as const satisfies readonly Transition<CalendarState, CalendarAction>[]
