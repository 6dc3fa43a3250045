import { apiWords, sharedAnswers } from '../ui/words/api.ts'
import { isCreation } from './is-creation.ts'
import { type Components, jsonSchema, type JsonSchema } from './json-schema.ts'
import type { Operation } from './operation.ts'

const problem = contentOf('application/problem+json', { $ref: '#/components/schemas/Problem' })
const binary = { type: 'string', format: 'binary' }

/** Answers that many calls give alike (共同的回答), by status. */
export const sharedResponses: JsonSchema = Object.fromEntries(
  Object.entries(sharedAnswers).map(([status, description]) => [
    status,
    { description, ...(status === '304' ? {} : { content: problem }) },
  ]),
)

/** The answers of a call: its own, those that it shares with calls of its kind, and any other error. */
export function responsesOf(one: Operation, id: string, components: Components): JsonSchema {
  const own = one.answers.map(({ status, description, schema, mediaType }) => {
    if (schema !== undefined) {
      const described = jsonSchema(schema, { name: `${id}.${status}`, io: 'output', components })
      return [
        status,
        { description, content: contentOf(mediaType ?? 'application/json', described) },
      ]
    }
    if (status >= 400) return [status, { description, content: problem }]
    if (mediaType === undefined) return [status, { description }]
    // A file is of its own type.
    const type = mediaType === 'application/octet-stream' ? '*/*' : mediaType
    return [status, { description, content: contentOf(type, binary) }]
  })
  const shared = sharedStatuses(one).map((status) => [
    status,
    { $ref: `#/components/responses/${status}` },
  ])
  return {
    ...Object.fromEntries([...shared, ...own]),
    default: { description: apiWords.problem, content: problem },
  }
}

/** Which of them a call may give: an unknown parameter is refused everywhere. */
function sharedStatuses(one: Operation): string[] {
  const { access, method, path, body } = one
  const isRead = access === 'public' && method === 'GET'
  return [
    '400',
    ...(isRead ? ['304'] : []),
    ...(access === 'staff' ? ['401', '403'] : []),
    ...(path.includes(':') ? ['404'] : []),
    ...(method === 'GET' ? [] : ['409']),
    ...(body === undefined ? [] : ['413', '415']),
    ...(access === 'receipt' || isCreation(one) ? ['429'] : []),
    '503',
  ]
}

function contentOf(mediaType: string, schema: JsonSchema): JsonSchema {
  return { [mediaType]: { schema } }
}
