import * as z from 'zod'

/** A JSON Schema (2020-12) as OpenAPI 3.1 embeds it. */
export type JsonSchema = { readonly [key: string]: unknown }

/** Schemas that others refer to, by component name. */
export type Components = Map<string, JsonSchema>

/**
 * Turns a zod schema into JSON Schema: what a caller sends (`input`) or receives (`output`).
 * Definitions that it refers to become components named after `name`.
 */
export function jsonSchema(
  schema: z.ZodType,
  { name, io, components }: { name: string; io: 'input' | 'output'; components: Components },
): JsonSchema {
  const {
    $schema: _dialect,
    $defs,
    ...made
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema
  const renamed = (reference: string): string =>
    reference === '#'
      ? `#/components/schemas/${name}`
      : reference.replace('#/$defs/', `#/components/schemas/${name}.`)
  const change = { renamed, isOpen: io === 'output' }
  if (isRecord($defs)) {
    for (const [key, value] of Object.entries($defs)) {
      components.set(`${name}.${key}`, record(tidy(value, change)))
    }
  }
  const tidied = record(tidy(made, change))
  if (!JSON.stringify(made).includes('"$ref":"#"')) return tidied
  components.set(name, tidied)
  return { $ref: `#/components/schemas/${name}` }
}

type Change = { renamed: (reference: string) => string; isOpen: boolean }

/** Rewrites references; an answer (`isOpen`) may gain members later, so it forbids none. */
function tidy(value: unknown, change: Change): unknown {
  if (Array.isArray(value)) return value.map((entry) => tidy(entry, change))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, entry]) => !(change.isOpen && key === 'additionalProperties' && entry === false),
      )
      .map(([key, entry]) => [
        key,
        key === '$ref' && typeof entry === 'string' ? change.renamed(entry) : tidy(entry, change),
      ]),
  )
}

/** Says whether a value is an object with named members. */
export function isRecord(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value as a schema; whatever is none says nothing. */
export function record(value: unknown): JsonSchema {
  return isRecord(value) ? value : {}
}
