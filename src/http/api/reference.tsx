import type { Hono } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { answerPage } from '../page-answer.ts'
import { ApiCallPage } from '../pages/api-call-page.tsx'
import { ApiReferencePage } from '../pages/api-reference.tsx'
import { refusalResponse } from '../refusal.tsx'
import { answerText } from './answer.ts'
import { openApi } from './openapi.ts'
import type { Operation } from './operation.ts'
import { callIn, readReference, type Reference } from './read-reference.ts'

type Made = { text: string; reference: Reference }

/** Mounts the API reference (接口说明): `/api/openapi.json` for programs, `/api` and a page of each call for people. */
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
  app.get('/api/calls/:call', (c) => {
    const found = callIn(known().reference, c.req.param('call'))
    return found === null
      ? refusalResponse(c, { code: 'not-found' })
      : answerPage(c, <ApiCallPage c={c} found={found} />)
  })
}
