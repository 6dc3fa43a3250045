import { apiWords, parameterWords } from '../ui/words/api.ts'
import { isRecord, type JsonSchema, record } from './json-schema.ts'

/** Whether a field must be given: always, only in some of the alternatives of its body, or never. */
export type Need = 'always' | 'sometimes' | 'never'

/** A field of a body, one line of the reference: `name` is its way from the top, `[]` stands for "each". */
export type FieldRow = { name: string; type: string; need: Need; meaning: string }

/** Fewer fields than this are shown one by one, even if they are alike. */
const alikeFrom = 6
const formats: Readonly<Record<string, string>> = {
  date: '日期',
  'date-time': '时刻',
  binary: apiWords.types.binary,
}

/** Where a schema stands: the components it refers to, its field's name, and what was entered above it. */
type Place = { components: JsonSchema; prefix: string; above: readonly JsonSchema[] }

/** Lays a schema out as a flat list of fields; alternatives are merged, what contains itself is shown once. */
export function fieldRows(schema: JsonSchema, components: JsonSchema): FieldRow[] {
  return rowsBelow(schema, { components, prefix: '', above: [] })
}

function rowsBelow(schema: JsonSchema, place: Place): FieldRow[] {
  const { components, above } = place
  const known = resolve(schema, components)
  if (above.includes(known)) return []
  const choices = alternatives(known, components)
  const rows = new Map<string, FieldRow[]>()
  for (const choice of choices) {
    for (const row of rowsOf(choice, { ...place, above: [...above, known] })) {
      rows.set(row.name, [...(rows.get(row.name) ?? []), row])
    }
  }
  return [...rows.values()].flatMap((same) => merge(same, choices.length))
}

function rowsOf({ properties, required }: JsonSchema, place: Place): FieldRow[] {
  const needed: readonly unknown[] = Array.isArray(required) ? required : []
  return gathered(record(properties)).flatMap(({ key, value, keys }) => {
    const name = `${place.prefix}${key}`
    const field = record(value)
    const row: FieldRow = {
      name,
      type: typeOf(field, place.components),
      need: keys.every((one) => needed.includes(one)) ? 'always' : 'never',
      meaning:
        keys.length > 1 ? apiWords.keys.replace('{list}', keys.join('、')) : parameterWords(name),
    }
    const inner = innerOf(field, place.components)
    const prefix = `${name}${inner?.isList === true ? '[]' : ''}.`
    return [row].concat(inner === null ? [] : rowsBelow(inner.schema, { ...place, prefix }))
  })
}

/** Fields of an object; many figures that are all alike become one, told with their names. */
function gathered(properties: JsonSchema): { key: string; value: unknown; keys: string[] }[] {
  const keys = Object.keys(properties)
  const [first] = Object.values(properties)
  const isAlike = Object.values(properties).every(
    (value) => JSON.stringify(value) === JSON.stringify(first),
  )
  if (keys.length >= alikeFrom && isAlike && record(first)['type'] !== 'string')
    return [{ key: '*', value: first, keys }]
  return Object.entries(properties).map(([key, value]) => ({ key, value, keys: [key] }))
}

/** One row of the rows that a field has in `choices` alternatives. */
function merge(same: readonly FieldRow[], choices: number): FieldRow[] {
  const [first] = same
  if (first === undefined) return []
  const isIn = (need: Need): boolean => same.every((row) => row.need === need)
  const need = isIn('never')
    ? 'never'
    : isIn('always') && same.length === choices
      ? 'always'
      : 'sometimes'
  return [{ ...first, type: joined(same.map(({ type }) => type)), need }]
}

function joined(types: readonly string[]): string {
  const [start = ''] = apiWords.oneOf.split('{list}')
  const lists = types.every((type) => type.startsWith(start))
  return lists
    ? start + [...new Set(types.flatMap((type) => type.slice(start.length).split('、')))].join('、')
    : [...new Set(types)].join(apiWords.or)
}

/** What kind of value a schema asks for, in Chinese. */
export function typeOf(schema: JsonSchema, components: JsonSchema): string {
  const known = resolve(schema, components)
  const { type, format, items } = known
  const allowed = known['const'] === undefined ? known['enum'] : [known['const']]
  if (Array.isArray(allowed)) return apiWords.oneOf.replace('{list}', allowed.join('、'))
  if (type === 'array') return apiWords.listOf.replace('{t}', typeOf(record(items), components))
  if (typeof format === 'string' && formats[format] !== undefined) return formats[format]
  const names: Readonly<Record<string, string>> = apiWords.types
  if (Array.isArray(type))
    return type.map((one) => names[String(one)] ?? String(one)).join(apiWords.or)
  if (typeof type === 'string') return names[type] ?? type
  const choices = alternatives(known, components)
  if (choices.length === 1) return apiWords.types.any
  return [...new Set(choices.map((choice) => typeOf(choice, components)))].join(apiWords.or)
}

function innerOf(
  schema: JsonSchema,
  components: JsonSchema,
): { schema: JsonSchema; isList: boolean } | null {
  for (const choice of alternatives(resolve(schema, components), components)) {
    if (choice['type'] === 'array') {
      const inner = innerOf(record(choice['items']), components)
      if (inner !== null && !inner.isList) return { schema: inner.schema, isList: true }
    }
    if (isRecord(choice['properties'])) return { schema, isList: false }
  }
  return null
}

function alternatives(schema: JsonSchema, components: JsonSchema): JsonSchema[] {
  const choices = schema['anyOf'] ?? schema['oneOf']
  if (!Array.isArray(choices)) return [schema]
  return choices.flatMap((choice) => alternatives(resolve(record(choice), components), components))
}

function resolve(schema: JsonSchema, components: JsonSchema): JsonSchema {
  const { $ref } = schema
  return typeof $ref === 'string'
    ? record(components[$ref.replace('#/components/schemas/', '')])
    : schema
}
