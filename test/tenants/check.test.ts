import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { check, runCheck } from '../../scripts/tenants/check.ts'
import { reservedPrefixes } from '../../scripts/tenants/manifest.ts'
import { describeProblem } from '../../scripts/tenants/problem.ts'
import { copyRepository, edit, quiet, repository, type JsonObject } from './copy.ts'

beforeEach(quiet)

const czj = 'tenants/suzhou/czj.json'
const gaj = 'tenants/suzhou/gaj.json'
const yongqiao = 'tenants/suzhou/yongqiao/agency.json'
const fuli = 'tenants/suzhou/yongqiao/fuli.json'
const geji = 'tenants/suzhou/dangshan/geji.json'

test('the agencies of this repository are sound and what is generated from them is current', () => {
  expect(check(repository).problems.map(describeProblem)).toEqual([])
  expect(runCheck(repository)).toBe(0)
})

test('no channel can hide a page of its parent’s site', () => {
  const source = readFileSync(join(repository, 'src/http/paths.ts'), 'utf8')
  const pages = [...source.matchAll(/[(]['`]\/([a-z][a-z-]*)(?=[/'`$])/gu)].map(([, name]) => name)
  expect(pages).toContain('annual-reports')
  expect(pages.filter((name) => !reservedPrefixes.includes(name ?? ''))).toEqual([])
})

type Fault = [name: string, file: string, change: (json: JsonObject) => void, field: string]

const faults: readonly Fault[] = [
  ['a slug that is not the file name', czj, (json) => (json['slug'] = 'cz'), 'slug'],
  ['a slug of wrong shape', czj, (json) => (json['slug'] = 'Czj'), 'slug'],
  ['a missing name', czj, (json) => delete json['name'], 'name'],
  ['an empty name', czj, (json) => (json['name'] = ''), 'name'],
  ['a name that another has', gaj, (json) => (json['name'] = '宿州市财政局'), 'name'],
  ['a level that does not exist', fuli, (json) => (json['level'] = 'village'), 'level'],
  ['a township beside the counties', fuli, (json) => (json['level'] = 'county'), 'level'],
  ['a bureau of another level', czj, (json) => (json['level'] = 'county'), 'level'],
  ['a kind that does not exist', czj, (json) => (json['kind'] = 'party'), 'kind'],
  ['a division elsewhere', fuli, (json) => (json['divisionCode'] = '341321100'), 'divisionCode'],
  ['a division of wrong length', fuli, (json) => (json['divisionCode'] = '341302'), 'divisionCode'],
  ['a bureau with a division', czj, (json) => (json['divisionCode'] = '341302'), 'divisionCode'],
  ['a database that is no UUID', czj, (json) => (json['database'] = 'db-1'), 'database'],
  ['a second region database', czj, (json) => (json['regionDatabase'] = uuid), 'regionDatabase'],
  ['no host', czj, (json) => (json['site'] = { mode: 'own', hosts: [] }), 'site.hosts'],
  ['no site code', czj, (json) => delete json['siteIdCode'], 'siteIdCode'],
  ['no footer', czj, (json) => delete json['footer'], 'footer'],
  [
    'a channel with another site code',
    geji,
    (json) => (json['siteIdCode'] = '3413210009'),
    'siteIdCode',
  ],
  ['a channel named like a page', geji, (json) => (json['site'] = channel('api')), 'site.prefix'],
  [
    'two channels of one name',
    geji,
    (json) => (json['site'] = channel('dangcheng')),
    'site.prefix',
  ],
  [
    'a term of retention that the order does not have',
    czj,
    (json) => settings(json, { retention: [{ from: '2027-01-01', terms: { granted: 5 } }] }),
    'settings.retention[0].terms.granted',
  ],
  [
    'a group of cases that has no term',
    czj,
    (json) => settings(json, { retention: [{ from: '2027-01-01', terms: { refused: 10 } }] }),
    'settings.retention[0].terms.refused',
  ],
  [
    'terms of retention out of order',
    czj,
    (json) =>
      settings(json, {
        retention: [
          { from: '2027-01-01', terms: { granted: 30 } },
          { from: '2027-01-01', terms: { granted: 10 } },
        ],
      }),
    'settings.retention',
  ],
  [
    'an instrument without its remedy',
    czj,
    (json) => settings(json, { instrumentTexts: { refused: { remedy: '不服可以来电。' } } }),
    'settings.instrumentTexts.refused.remedy',
  ],
  [
    'an instrument without its article',
    czj,
    (json) =>
      settings(json, { instrumentTexts: { correction: { notice: '{you}{until}{guidance}' } } }),
    'settings.instrumentTexts.correction.notice',
  ],
  [
    'an instrument of no kind',
    czj,
    (json) => settings(json, { instrumentTexts: { letter: {} } }),
    'settings.instrumentTexts.letter',
  ],
  [
    'numbers of instruments that two kinds share',
    czj,
    (json) => settings(json, { instrumentNumberPattern: '{short}〔{year}〕{serial}号' }),
    'settings.instrumentNumberPattern',
  ],
  ['an unknown field', czj, (json) => (json['theme'] = 'red'), 'theme'],
  [
    'a column under nothing',
    czj,
    (json) => (json['columns'] = column('nowhere')),
    'columns[0].under',
  ],
  [
    'a cadence of no kind',
    czj,
    (json) => (json['columns'] = column(block, { cadence: { kind: 'now' } })),
    'columns[0].cadence',
  ],
  [
    'a former id that is a column still',
    czj,
    (json) => (json['columns'] = column(block, { formerIds: ['plans'] })),
    'columns[0].formerIds',
  ],
  [
    'a column merged into nothing',
    czj,
    (json) => (json['mergedColumns'] = [{ id: 'gone', into: 'nowhere' }]),
    'mergedColumns[0].into',
  ],
  [
    'a former host that another has',
    gaj,
    (json) =>
      (json['site'] = {
        mode: 'own',
        hosts: ['gaj.suzhou.example'],
        formerHosts: ['czj.suzhou.example'],
      }),
    'site.formerHosts[0]',
  ],
  [
    'a successor that is nobody',
    czj,
    (json) => (json['closed'] = { on: '2026-06-30', successor: 'nobody' }),
    'closed.successor',
  ],
  [
    'a closure on no day',
    czj,
    (json) => (json['closed'] = { on: '2026-06-31', successor: 'gaj' }),
    'closed.on',
  ],
  [
    'a former parent that is nobody',
    czj,
    (json) => (json['formerParents'] = [{ parentId: 'nobody', until: 2024 }]),
    'formerParents',
  ],
  [
    'a former parent that is no office above',
    czj,
    (json) => (json['formerParents'] = [{ parentId: 'gaj', until: 2024 }]),
    'formerParents',
  ],
  [
    'former parents out of order',
    czj,
    (json) =>
      (json['formerParents'] = [
        { parentId: 'suzhou', until: 2024 },
        { parentId: 'suzhou', until: 2023 },
      ]),
    'formerParents',
  ],
  [
    'a former parent until no year',
    czj,
    (json) => (json['formerParents'] = [{ parentId: 'suzhou', until: 24 }]),
    'formerParents[0].until',
  ],
]

const uuid = '00000000-0000-4000-8000-000000000001'
const settings = (json: JsonObject, more: JsonObject): void => {
  json['settings'] = Object.assign({}, json['settings'], more)
}
const channel = (prefix: string): JsonObject => ({ mode: 'channel', prefix })
const block = 'statutory-content'
const column = (under: string, more: JsonObject = {}): JsonObject[] => [
  { id: 'own', name: '自设', under, columnType: '信息公开目录', ...more },
]

describe('check names file and field of each planted fault', () => {
  test.each(faults)('%s', (_name, file, change, field) => {
    const root = copyRepository()
    edit(root, file, change)
    expect(places(root)).toContain(`${file}：${field}`)
    expect(runCheck(root)).toBe(1)
  })

  const statutory = ['body', 'address', 'hours', 'telephone', 'fax', 'email', 'postcode']
  test.each([...statutory, 'supervision'])('a guide without %s (条例第12条、第47条)', (name) => {
    const root = copyRepository()
    edit(root, fuli, (json) => delete guideOf(json)[name])
    expect(places(root)).toEqual([`${fuli}：guide.${name}`])
  })

  test('each value that may occur once is named in the second file that has it', () => {
    const root = copyRepository()
    edit(root, gaj, (json) => {
      json['site'] = { mode: 'own', hosts: ['czj.suzhou.example'] }
      json['siteIdCode'] = '3413000007'
    })
    edit(root, czj, (json) => {
      json['siteIdCode'] = '3413000007'
      json['database'] = 'EC34D4EB-1529-440A-B455-C7B1BAA43F5B'
    })
    const found = places(root)
    expect(found).toContain(`${gaj}：site.hosts[0]`)
    expect(found).toContain(`${gaj}：siteIdCode`)
    expect(found).toContain(`${gaj}：settings.indexNumberPattern`)
    expect(found).toContain(`${czj}：database`)
  })

  test('a slug that occurs in two counties', () => {
    const root = copyRepository()
    renameSync(join(root, geji), join(root, 'tenants/suzhou/dangshan/fuli.json'))
    edit(root, 'tenants/suzhou/dangshan/fuli.json', (json) => (json['slug'] = 'fuli'))
    expect(places(root)).toEqual([`${fuli}：slug`])
  })

  test('a county whose own file is gone: missing parent', () => {
    const root = copyRepository()
    rmSync(join(root, yongqiao))
    expect(places(root)).toEqual([`${yongqiao}：整个文件`])
  })

  test('a file that is no JSON, a file that is no manifest, a second root', () => {
    const root = copyRepository()
    writeFileSync(join(root, czj), '{')
    writeFileSync(join(root, 'tenants/suzhou/notes.txt'), '')
    mkdirSync(join(root, 'tenants/bozhou'))
    renameSync(
      join(root, 'tenants/suzhou/sixian/agency.json'),
      join(root, 'tenants/bozhou/agency.json'),
    )
    const found = places(root)
    expect(found).toContain(`${czj}：整个文件`)
    expect(found).toContain('tenants/suzhou/notes.txt：整个文件')
    expect(found.some((place) => place.startsWith('tenants/suzhou/agency.json：整个文件'))).toBe(
      true,
    )
  })
})

function places(root: string): string[] {
  return check(root).problems.map(({ file, field }) => `${file}：${field}`)
}

function guideOf(json: JsonObject): JsonObject {
  const guide = json['guide']
  if (guide === null || typeof guide !== 'object' || Array.isArray(guide)) throw new Error('guide')
  return guide
}
