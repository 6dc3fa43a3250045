import type { MetaProps } from '../../ui/gov-meta.tsx'
import { office } from '../../ui/words/office.ts'
import { pageMeta } from '../portal/catalog/columns.ts'

/** Tags of the public pages of the statistics (数据统计). */
export function statisticsMeta(): MetaProps {
  return { level: 'list', column: pageMeta(office.title, office.description) }
}
