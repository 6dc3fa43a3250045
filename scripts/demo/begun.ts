import { listDeskTopics } from '../../src/usecases/topic/list-desk.ts'
import { must, type Stage } from './stage.ts'

/** How what a script makes is found again by its name. */
const queries = {
  norm: 'SELECT id FROM norm_document WHERE title = ? LIMIT 1',
  cleanup: 'SELECT id FROM norm_cleanup WHERE title = ? LIMIT 1',
  clarification: 'SELECT id FROM clarification WHERE claim = ? LIMIT 1',
  card: 'SELECT id FROM institution_card WHERE name = ? LIMIT 1',
  rule: 'SELECT id FROM disclosure_rule WHERE title = ? LIMIT 1',
  guide: 'SELECT n AS id FROM guide_version WHERE note = ? LIMIT 1',
} as const

/**
 * Finds what an interrupted filling has made already, by its name; null when there is none, so that a
 * second run makes nothing twice.
 */
export async function begunAs(
  stage: Stage,
  kind: keyof typeof queries,
  name: unknown,
): Promise<string | null> {
  const { db } = await stage.system(stage.region.now)
  const row = await db.prepare(queries[kind]).bind(String(name)).first<{ id: string | number }>()
  return row === null ? null : String(row.id)
}

/** Finds a topic at the desk by its subject, or what the desk called it since; officers alone read what is sealed. */
export async function topicAs(stage: Stage, ...subjects: unknown[]): Promise<string | null> {
  const officer = await stage.as('information-officer', stage.region.now)
  for (const state of ['waiting', 'decided']) {
    const { items } = must(await listDeskTopics(officer, { state }), 'topics')
    const found = items.find((topic) => subjects.includes(topic.subject))
    if (found !== undefined) return found.id
  }
  return null
}
