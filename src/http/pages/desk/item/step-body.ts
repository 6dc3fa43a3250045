import { type ItemStep, itemStepInputs } from '../../../../domain/item/step-input.ts'
import type { FormValues } from '../../form-values.ts'

/** Reads the form of a step as the body of its call (步骤表单); blank fields are left out. */
export function stepBody(step: ItemStep, { text, lists }: FormValues): Record<string, unknown> {
  const body: Record<string, unknown> = { version: Number(text.get('version')) }
  for (const name of Object.keys(itemStepInputs[step].shape)) {
    const value = text.get(name)?.trim() ?? ''
    if (name === 'version' || value === '') continue
    body[name] = valueOf(name, value, lists.get(name) ?? [])
  }
  const reason = text.get('override.reason')?.trim() ?? ''
  return step === 'approve' && reason !== '' ? { ...body, override: { reason } } : body
}

function valueOf(name: string, value: string, values: readonly string[]): unknown {
  switch (name) {
    case 'checks':
      return values
    case 'hideEarlier':
      return value === 'true'
    case 'publishAt':
      return instantText(value)
    case 'by':
    case 'into':
      return idIn(value)
    default:
      return value
  }
}

/** A time as people write it, 2026-12-01 09:00, as an instant of Shanghai; anything else is left as it is. */
function instantText(value: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})$/.exec(value.replaceAll('：', ':'))
  if (found === null) return value
  const [, day, hour = '', minute] = found
  return `${day}T${hour.padStart(2, '0')}:${minute}:00+08:00`
}

/** The id of an item in what was pasted: the id itself, or an address that ends in it. */
function idIn(value: string): string {
  return /\/items\/([^/?#]+)/.exec(value)?.[1] ?? value
}
