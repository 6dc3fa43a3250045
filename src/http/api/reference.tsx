import type { Hono } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { answerPage } from '../page-answer.ts'
import { ApiReferencePage } from '../pages/api-reference.tsx'
import { answerText } from './answer.ts'
import { openApi } from './openapi.ts'
import type { Operation } from './operation.ts'
import { readReference, type Reference } from './read-reference.ts'

type Made = { text: string; reference: Reference }

/** Mounts the API reference (接口说明): `/api/openapi.json` for programs and `/api` for people. */
export function mountReference(app: Hono<AppEnv>, operations: readonly Operation[]): void {
  let made: Made | null = null
  const make = (): Made => {
    const document = openApi(operations)
    return { text: JSON.stringify(document), reference: readReference(operations, document) }
  }
  // Made at the first question: an isolate that nobody asks for it does not pay for it.
  const known = (): Made => {
    made ??= make()
    return made
  }
  app.get('/api/openapi.json', (c) => answerText(c, known().text))
  app.get('/api', (c) => answerPage(c, <ApiReferencePage c={c} reference={known().reference} />))
}
