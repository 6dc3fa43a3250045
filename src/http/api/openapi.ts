import { apiWords, parameterWords } from '../ui/words/api.ts'
import { type Components, isRecord, jsonSchema, type JsonSchema, record } from './json-schema.ts'
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

/** Whether a call creates something, so that it takes an Idempotency-Key. */
export function isCreation({ method, creates = false, answers }: Operation): boolean {
  const isAnsweredSo = answers.some(({ status }) => status === 201 || status === 202)
  return method === 'POST' && (creates || isAnsweredSo)
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
            content: contentOf(
              body.mediaTypes,
              jsonSchema(body.schema, { name: `${id}.request`, io: 'input', components }),
            ),
          },
        }),
    responses: responsesOf(one, id, components),
  }
}

function responsesOf({ answers }: Operation, id: string, components: Components): JsonSchema {
  const problem = contentOf(['application/problem+json'], { $ref: '#/components/schemas/Problem' })
  const known = answers.map(({ status, description, schema, mediaType }) => [
    String(status),
    {
      description,
      ...(schema === undefined
        ? status >= 400
          ? { content: problem }
          : {}
        : {
            content: contentOf(
              [mediaType ?? 'application/json'],
              jsonSchema(schema, { name: `${id}.${status}`, io: 'output', components }),
            ),
          }),
    },
  ])
  return {
    ...Object.fromEntries(known),
    default: { description: apiWords.problem, content: problem },
  }
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

function contentOf(mediaTypes: readonly string[], schema: JsonSchema): JsonSchema {
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema }]))
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
