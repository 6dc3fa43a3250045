import type { Hono } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { answerPage } from '../page-answer.ts'
import { ApiReferencePage, callsMarkup } from '../pages/api-reference.tsx'
import { answerText } from './answer.ts'
import { openApi } from './openapi.ts'
import type { Operation } from './operation.ts'
import type { Markup } from '../ui/markup.ts'
import { readReference } from './read-reference.ts'

type Made = { text: string; calls: Markup }

/** Mounts the API reference (接口说明): `/api/openapi.json` for programs and `/api` for people. */
export function mountReference(app: Hono<AppEnv>, operations: readonly Operation[]): void {
  let made: Made | null = null
  const make = (): Made => {
    const document = openApi(operations)
    const reference = readReference(operations, document)
    return { text: JSON.stringify(document), calls: callsMarkup(reference) }
  }
  // Made at the first question: an isolate that nobody asks for it does not pay for it.
  const known = (): Made => {
    made ??= make()
    return made
  }
  app.get('/api/openapi.json', (c) => answerText(c, known().text))
  app.get('/api', (c) => answerPage(c, <ApiReferencePage c={c} calls={known().calls} />))
}
