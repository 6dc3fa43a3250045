import type { JSX } from 'hono/jsx/jsx-runtime'
import type { NormDue } from '../../../../domain/norm/norm.ts'
import { Tag } from '../../../ui/tag.tsx'
import { norm as words, normDues } from '../../../ui/words/norm.ts'

/** What waits with a document, each with its day; what is past its day says so (待办标签). */
export function DueTags({ dues }: { dues: readonly NormDue[] }): JSX.Element {
  return (
    <>
      {dues.map(({ what, on, isOverdue }) => (
        <>
          <Tag tone={isOverdue ? 'red' : on === null ? 'blue' : 'yellow'}>
            {normDues[what]}
            {on === null ? '' : ` ${on}`}
            {isOverdue ? `（${words.overdue}）` : ''}
          </Tag>{' '}
        </>
      ))}
    </>
  )
}
