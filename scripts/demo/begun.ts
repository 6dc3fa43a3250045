import { listDeskTopics } from '../../src/usecases/topic/list-desk.ts'
import { must, type Stage } from './stage.ts'

/** By which column what a script makes is known again. */
const names = {
  norm_document: 'title',
  norm_cleanup: 'title',
  clarification: 'claim',
  institution_card: 'name',
  disclosure_rule: 'title',
  guide_version: 'note',
} as const

/**
 * Finds what an interrupted filling has made already, by its name; null when there is none, so that a
 * second run makes nothing twice.
 */
export async function begunAs(
  stage: Stage,
  table: keyof typeof names,
  name: unknown,
): Promise<string | null> {
  const { db } = await stage.system(stage.region.now)
  const key = table === 'guide_version' ? 'n' : 'id'
  const row = await db
    .prepare(`SELECT ${key} AS id FROM ${table} WHERE ${names[table]} = ? LIMIT 1`)
    .bind(String(name))
    .first<{ id: string | number }>()
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
