import { apiWords, parameterWords } from '../ui/words/api.ts'
import { type JsonSchema, record } from './json-schema.ts'
import { groupOf, templateOf } from './openapi.ts'
import type { Access, Operation } from './operation.ts'
import { type FieldRow, fieldRows, typeOf } from './schema-rows.ts'

/** A parameter of a call and where it stands. */
export type ParameterRow = FieldRow & { place: string }

/** One call as the page shows it; `id` is its anchor. */
export type Call = {
  id: string
  method: string
  path: string
  summary: string
  access: Access
  parameters: readonly ParameterRow[]
  body: { mediaTypes: readonly string[]; fields: readonly FieldRow[] } | null
  answers: readonly {
    status: string
    description: string
    mediaType: string | null
    fields: readonly FieldRow[]
  }[]
}

/** The calls of the JSON face in the order of their mounting, under their headings in the order of the words. */
export type Reference = readonly { name: string; calls: readonly Call[] }[]

/** A call among the others: its heading and the place of that, and the calls beside it under the same heading. */
export type FoundCall = {
  call: Call
  group: string
  at: number
  before: Call | null
  after: Call | null
}

/** Finds a call by its anchor; null when there is none. */
export function callIn(reference: Reference, id: string): FoundCall | null {
  for (const [at, { name, calls }] of reference.entries()) {
    const place = calls.findIndex((one) => one.id === id)
    const call = calls[place]
    if (call !== undefined) {
      const [before, after] = [calls[place - 1] ?? null, calls[place + 1] ?? null]
      return { call, group: name, at, before, after }
    }
  }
  return null
}

/** Reads the reference for people out of the document for programs. */
export function readReference(operations: readonly Operation[], document: JsonSchema): Reference {
  const schemas = record(record(document['components'])['schemas'])
  const groups = new Map<string, Call[]>()
  for (const one of operations) {
    const path = templateOf(one.path)
    const described = record(record(record(document['paths'])[path])[one.method.toLowerCase()])
    const calls = groups.get(groupOf(one.path)) ?? []
    groups.set(groupOf(one.path), calls)
    calls.push({
      id: String(described['operationId']),
      method: one.method,
      path: `/api/v1${path}`,
      summary: one.summary,
      access: one.access,
      parameters: parametersOf(described, schemas),
      body: bodyOf(described, schemas),
      answers: answersOf(described, schemas),
    })
  }
  const order: readonly string[] = Object.values(apiWords.groups)
  return [...groups]
    .map(([name, calls]) => ({ name, calls }))
    .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
}

function parametersOf(described: JsonSchema, schemas: JsonSchema): ParameterRow[] {
  const list: readonly unknown[] = Array.isArray(described['parameters'])
    ? described['parameters']
    : []
  return list.map(record).map((parameter) => ({
    name: String(parameter['name']),
    place: String(parameter['in']),
    type: typeOf(record(parameter['schema']), schemas),
    need: parameter['required'] === true ? 'always' : 'never',
    meaning: parameterWords(String(parameter['name'])),
  }))
}

function bodyOf(described: JsonSchema, schemas: JsonSchema): Call['body'] {
  const content = record(record(described['requestBody'])['content'])
  const mediaTypes = Object.keys(content)
  const [first] = mediaTypes
  return first === undefined
    ? null
    : { mediaTypes, fields: fieldRows(record(record(content[first])['schema']), schemas) }
}

function answersOf(described: JsonSchema, schemas: JsonSchema): Call['answers'] {
  return (
    Object.entries(record(described['responses']))
      // What calls of a kind answer alike stands once, below the errors.
      .filter(([status, answer]) => status !== 'default' && !('$ref' in record(answer)))
      .map(([status, answer]) => {
        const { description, content } = record(answer)
        const mediaType = Object.keys(record(content))[0] ?? null
        const isProblem = mediaType === 'application/problem+json'
        const schema =
          mediaType === null ? {} : record(record(record(content)[mediaType])['schema'])
        return {
          status,
          description: String(description),
          mediaType,
          fields: isProblem ? [] : fieldRows(schema, schemas),
        }
      })
  )
}
