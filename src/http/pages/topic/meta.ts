import type { MetaProps } from '../../ui/gov-meta.tsx'
import { topic } from '../../ui/words/topic.ts'
import { pageMeta } from '../portal/catalog/columns.ts'

/** Tags of the pages of topic requests (点题公开). */
export function topicMeta(): MetaProps {
  return { level: 'list', column: pageMeta(topic.title, topic.description) }
}
