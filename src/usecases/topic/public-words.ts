import { findPersonal } from '../../domain/inspection/find-personal.ts'
import { ok, refuse, type FieldError, type Result } from '../../domain/shared/refusal.ts'

/**
 * Checks words of a topic that everybody will read (展示前的个人信息检查): refuses `personal` where an
 * identity, phone or card number or a home address stands in one of them.
 */
export function checkPublicWords(words: Readonly<Record<string, string>>): Result<null> {
  const errors = Object.entries(words).flatMap(([name, text]): FieldError[] => {
    const found = findPersonal(text).map(({ masked }) => masked)
    return found.length === 0 ? [] : [{ pointer: `/${name}`, problem: 'personal', found }]
  })
  return errors.length === 0 ? ok(null) : refuse({ code: 'invalid', errors })
}
