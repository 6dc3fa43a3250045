import { describe, expect, test } from 'vitest'
import { type Handled, peopleOf, wayOf } from '../../../src/domain/case-review/handled-by.ts'

const nobody = { handler: null, drafter: null, others: [] }
const event = (kind: Handled['kind'], by: string | null = null, rest = {}): Handled => ({
  kind,
  by,
  ...rest,
})

describe('row 89: who handled a case never scores it (案卷评查·回避)', () => {
  test('whom it was given to and who drew it up may object; who checked, signed or served it is barred beside them', () => {
    const events = [
      event('given', 'boss', { to: 'first' }),
      event('given', 'boss', { to: 'second' }),
      event('drafted', 'second'),
      event('checked', 'lawyer'),
      event('signed', 'boss'),
      event('replied', 'clerk', { route: 'post' }),
    ]
    expect(peopleOf(nobody, events)).toEqual({
      handlers: ['first', 'second'],
      barred: ['first', 'second', 'lawyer', 'boss', 'clerk'],
    })
  })

  test('who answered on the spot handled it; who is only in the draft counts as well', () => {
    expect(peopleOf(nobody, [event('replied', 'boss')])).toEqual({
      handlers: ['boss'],
      barred: ['boss'],
    })
    const holds = { handler: 'a', drafter: 'b', others: ['c', null] }
    expect(peopleOf(holds, [])).toEqual({ handlers: ['a', 'b'], barred: ['a', 'b', 'c'] })
  })
})

describe('条例第33条: how an answer was given', () => {
  test('served by a route it was reviewed, without one it was given on the spot, even after a draft was sent back', () => {
    expect(wayOf([event('drafted', 'a'), event('replied', 'b', { route: 'post' })])).toBe(
      'reviewed',
    )
    expect(wayOf([event('drafted', 'a'), event('replied', 'b')])).toBe('on-the-spot')
    expect(wayOf([event('drafted', 'a')])).toBe('reviewed')
  })

  test('what was moved over was answered elsewhere, until it was ordered to be answered anew here', () => {
    const moved = [event('imported')]
    expect(wayOf(moved)).toBe('elsewhere')
    expect(wayOf([...moved, event('redo')])).toBe('reviewed')
    expect(wayOf([...moved, event('redo'), event('replied', 'a')])).toBe('on-the-spot')
  })
})
