import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { isCreation } from '../../../src/http/api/is-creation.ts'
import { openApi, templateOf } from '../../../src/http/api/openapi.ts'
import { operations } from '../../../src/http/app.tsx'
import { openDoor, type Door } from '../../support/http.ts'
import { openHouse, type House } from '../../support/house.ts'
import { mountedRoutes } from '../../support/mounted-routes.ts'

let house: House
let door: Door
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house)
})
afterAll(() => house.close())

const content = z.record(z.string(), z.strictObject({ schema: z.record(z.string(), z.unknown()) }))
const call = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z0-9]+$/),
  summary: z.string(),
  tags: z.array(z.string()).length(1),
  security: z.array(z.partialRecord(z.enum(['bearer', 'receipt']), z.array(z.string()))),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      in: z.enum(['path', 'query', 'header']),
      required: z.boolean(),
      description: z.string(),
      schema: z.record(z.string(), z.unknown()),
    }),
  ),
  requestBody: z.strictObject({ required: z.literal(true), content }).optional(),
  responses: z.record(
    z.string().regex(/^(?:[1-5]\d\d|default)$/),
    z.union([
      z.strictObject({ description: z.string().min(1), content: content.optional() }),
      z.strictObject({ $ref: z.string() }),
    ]),
  ),
})
/** The part of the OpenAPI 3.1 document that this product writes. */
const shape = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.string() })),
  paths: z.record(
    z.string().regex(/^\/[a-z]/),
    z.partialRecord(z.enum(['get', 'post', 'patch', 'delete']), call),
  ),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), z.record(z.string(), z.unknown())),
    responses: z.record(
      z.string().regex(/^[1-5]\d\d$/),
      z.strictObject({ description: z.string().min(1), content: content.optional() }),
    ),
    securitySchemes: z.record(
      z.string(),
      z.strictObject({ type: z.literal('http'), scheme: z.string(), description: z.string() }),
    ),
  }),
})

const document = openApi(operations)
const text = JSON.stringify(document)

/** Every call of the document as METHOD /path. */
function described(): string[] {
  const { paths } = shape.parse(JSON.parse(text))
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
}

describe('the API description', () => {
  test('has the shape of OpenAPI 3.1', () => {
    expect(() => shape.parse(JSON.parse(text))).not.toThrow()
    expect(JSON.parse(text)).toEqual(document)
  })

  test('describes every mounted route, and no other', () => {
    const mounted = mountedRoutes(door.parts)
      .filter(({ method, path }) => path.startsWith('/api/v1/') && method !== 'ALL')
      .map(({ method, path }) => `${method} ${templateOf(path.slice('/api/v1'.length))}`)
    expect(mounted.length).toBeGreaterThan(0)
    expect(described().toSorted()).toEqual([...new Set(mounted)].toSorted())
  })

  test('refers only to components that it has', () => {
    const { components } = shape.parse(JSON.parse(text))
    const targets = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, target = '']) => target)
    expect(targets.length).toBeGreaterThan(0)
    const names = new Set(
      (['schemas', 'responses'] as const).flatMap((kind) =>
        Object.keys(components[kind]).map((name) => `#/components/${kind}/${name}`),
      ),
    )
    expect(targets.filter((target) => !names.has(target))).toEqual([])
  })

  test('names every call once', () => {
    const ids = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(operations.map((one) => [`${one.method} ${one.path}`, one] as const))(
    '%s says in Chinese what it does',
    (_, one) => {
      expect(one.summary).toMatch(
        /^[\p{Script=Han}\p{P}\w ]*\p{Script=Han}[\p{Script=Han}\p{P}\w ]*$/u,
      )
      for (const { description } of one.answers) expect(description).toMatch(/\p{Script=Han}/u)
    },
  )

  test('parameters of a path are told, and so is the key of what creates', () => {
    const { paths } = shape.parse(JSON.parse(text))
    for (const one of operations) {
      const { parameters } = call.parse(paths[templateOf(one.path)]?.[methodOf(one.method)])
      const names = (place: string): string[] =>
        parameters.filter((parameter) => parameter.in === place).map(({ name }) => name)
      expect(names('path')).toEqual([...one.path.matchAll(/:(\w+)/g)].map(([, name]) => name))
      expect(names('query').toSorted()).toEqual(Object.keys(one.query.shape).toSorted())
      expect(names('header')).toEqual(isCreation(one) ? ['Idempotency-Key'] : [])
    }
  })
})

function methodOf(method: string): 'get' | 'post' | 'patch' | 'delete' {
  return z.enum(['get', 'post', 'patch', 'delete']).parse(method.toLowerCase())
}

test('a form and a file are described as what they are (contract: POST /applications, attachments)', () => {
  const { paths } = shape.parse(JSON.parse(text))
  const form = paths['/applications']?.post?.requestBody?.content['multipart/form-data']?.schema
  expect(Object.keys(z.record(z.string(), z.unknown()).parse(form?.['properties']))).toEqual([
    'application',
    'files',
    'authorisation',
  ])
  const file = paths['/items/{id}/files/{file}']?.get?.responses['200']
  expect(file).toMatchObject({ content: { '*/*': { schema: { format: 'binary' } } } })
  const item = paths['/items/{id}']?.get?.responses ?? {}
  expect(Object.keys(item)).toEqual(
    expect.arrayContaining(['200', '301', '304', '400', '404', '410']),
  )
})

const ids = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, id = '']) => id)

/** A page of the reference, which an old telephone on a slow line must bear. */
async function pageAt(path: string): Promise<string> {
  const answer = await door.request('river', path)
  expect([path, answer.status]).toEqual([path, 200])
  const page = await answer.text()
  expect(Buffer.byteLength(page)).toBeLessThan(150_000)
  expect(page).not.toMatch(/undefined|\[object Object\]/)
  return page
}

describe('where it is found', () => {
  test.each(['river', 'hill'])('at %s, for programs of any origin', async (id) => {
    const answer = await door.request(id, '/api/openapi.json')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    const found = shape.parse(await answer.json())
    const agency = door.resolver.byId(id)
    const origin = agency === null ? '' : door.resolver.originOf(agency)
    expect(new URL(found.servers[0]?.url ?? '', `${origin}/api/openapi.json`).href).toBe(
      `${origin}/api/v1`,
    )
    const tag = answer.headers.get('etag') ?? ''
    const again = await door.request(id, '/api/openapi.json', { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
  })

  test('and as a page for people, with every call and every code of error', async () => {
    const page = await pageAt('/api')
    for (const { summary } of operations) expect(page).toContain(summary)
    for (const code of ['stale', 'idempotency-conflict', 'withdrawn']) expect(page).toContain(code)
  })

  test('where the anchor of every call leads to its line, and the line to its page', async () => {
    const page = await pageAt('/api')
    for (const id of ids) expect(page).toContain(`<li id="${id}"><a href="/api/calls/${id}">`)
    const anchors = [...page.matchAll(/ href="#(group-\d+)"/g)].map(([, name]) => name)
    expect(anchors.length).toBeGreaterThan(10)
    for (const name of anchors) expect(page).toContain(` id="${name ?? ''}"`)
    expect(page).not.toContain('<h2>工作人员：其他</h2>')
  })

  test('each call has a page: its address, its parameters, what it takes and answers', async () => {
    for (const [path, methods] of Object.entries(shape.parse(document).paths)) {
      for (const [method, one] of Object.entries(methods)) {
        const page = await pageAt(`/api/calls/${one.operationId}`)
        expect(page).toContain(`${method.toUpperCase()} /api/v1${path}</code>`)
        for (const { name } of one.parameters) expect(page).toContain(`<code>${name}</code>`)
        for (const [status, answer] of Object.entries(one.responses)) {
          if (status === 'default' || '$ref' in answer) continue
          expect(page).toContain(` ${status}：`)
        }
      }
    }
  })

  test('of a call that is none there is no page', async () => {
    for (const name of ['getNothing', 'constructor', '%E7%94%B3%E8%AF%B7']) {
      const answer = await door.request('river', `/api/calls/${name}`)
      expect([name, answer.status]).toEqual([name, 404])
    }
  })
})
