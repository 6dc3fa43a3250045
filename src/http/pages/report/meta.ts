import type { MetaProps } from '../../ui/gov-meta.tsx'
import { reportCheck } from '../../ui/words/report-check.ts'
import { pageMeta } from '../portal/catalog/columns.ts'

/** Tags of the pages of the checker (年报核对). */
export function reportMeta(): MetaProps {
  return {
    level: 'list',
    column: pageMeta(reportCheck.title, reportCheck.description, '信息公开年报'),
  }
}
