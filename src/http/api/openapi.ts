import { apiWords, parameterWords } from '../ui/words/api.ts'
import { type Components, isRecord, jsonSchema, type JsonSchema, record } from './json-schema.ts'
import { responsesOf, sharedResponses } from './openapi-responses.ts'
import { isCreation } from './is-creation.ts'
import type { Access, Operation } from './operation.ts'
import { problemSchema } from './problem-schema.ts'

const security: Readonly<Record<Access, readonly JsonSchema[]>> = {
  public: [],
  receipt: [{ receipt: [] }],
  staff: [{ bearer: [] }],
}

/**
 * Describes the JSON face as an OpenAPI 3.1 document (接口描述), made from the very operations
 * that are mounted. Its server is told relative to the document's own address, so that the one
 * document holds for every agency.
 */
export function openApi(operations: readonly Operation[]): JsonSchema {
  const components: Components = new Map([['Problem', problemSchema]])
  const paths = new Map<string, Record<string, JsonSchema>>()
  for (const one of operations) {
    const path = templateOf(one.path)
    const methods = paths.get(path) ?? {}
    methods[one.method.toLowerCase()] = describe(one, components)
    paths.set(path, methods)
  }
  return {
    openapi: '3.1.0',
    info: { title: apiWords.title, version: '1', description: apiWords.about.join('\n\n') },
    servers: [{ url: './v1' }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: Object.fromEntries(components),
      responses: sharedResponses,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: apiWords.bearer },
        receipt: { type: 'http', scheme: 'Receipt', description: apiWords.receipt },
      },
    },
  }
}

/** Writes a route of the router as an OpenAPI path: `/items/:id` becomes `/items/{id}`. */
export function templateOf(path: string): string {
  return path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')
}

function describe(one: Operation, components: Components): JsonSchema {
  const id = operationId(one)
  const { body } = one
  return {
    operationId: id,
    summary: one.summary,
    tags: [groupOf(one.path)],
    security: security[one.access],
    parameters: [
      ...pathParameters(one.path),
      ...queryParameters(one, id, components),
      ...keyHeader(one),
    ],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: Object.fromEntries(
              body.mediaTypes.map((mediaType) => [
                mediaType,
                { schema: bodySchema(one, mediaType, id, components) },
              ]),
            ),
          },
        }),
    responses: responsesOf(one, id, components),
  }
}

/** A form is described by its parts, where they are not the fields of the JSON. */
function bodySchema(
  { body }: Operation,
  mediaType: string,
  id: string,
  components: Components,
): JsonSchema {
  const form = mediaType === 'multipart/form-data' ? body?.form : undefined
  const schema = form ?? body?.schema
  if (schema === undefined) return {}
  const name = form === undefined ? `${id}.request` : `${id}.form`
  return jsonSchema(schema, { name, io: 'input', components })
}

function pathParameters(path: string): JsonSchema[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: parameterWords(name),
    schema: { type: 'string' },
  }))
}

function queryParameters({ query }: Operation, id: string, components: Components): JsonSchema[] {
  const { properties, required } = jsonSchema(query, {
    name: `${id}.query`,
    io: 'input',
    components,
  })
  const needed: readonly unknown[] = Array.isArray(required) ? required : []
  return Object.entries(record(properties)).map(([name, schema]) => ({
    name,
    in: 'query',
    required: needed.includes(name),
    description: parameterWords(name),
    schema: isRecord(schema) ? schema : {},
  }))
}

function keyHeader(one: Operation): JsonSchema[] {
  if (!isCreation(one)) return []
  const description = apiWords.idempotencyKey
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description,
      schema: { type: 'string' },
    },
  ]
}

function operationId({ method, path }: Operation): string {
  const words = path.match(/[A-Za-z0-9]+/g) ?? []
  return method.toLowerCase() + words.map((w) => w.charAt(0).toUpperCase() + w.slice(1)).join('')
}

/** Heading under which a call stands in the reference: its first words in the address. */
export function groupOf(path: string): string {
  const [, first = '', second = ''] = path.split('/')
  const groups: Readonly<Record<string, string>> = apiWords.groups
  return groups[`${first}/${second}`] ?? groups[first] ?? apiWords.otherGroup
}
