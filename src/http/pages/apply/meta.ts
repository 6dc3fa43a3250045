import type { MetaProps } from '../../ui/gov-meta.tsx'
import { pageMeta } from '../portal/catalog/columns.ts'
import { apply } from '../../ui/words/apply.ts'

/** Site and column tags of the application pages (依申请公开). */
export function applyMeta(): MetaProps {
  return { level: 'list', column: pageMeta(apply.title, apply.lead, '依申请公开') }
}
