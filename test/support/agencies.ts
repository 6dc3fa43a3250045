import type { Agency } from '../../src/domain/agency/agency.ts'

/** A small hierarchy for tests: one prefecture, two counties, a township with its own site, one channel, a bureau. */
export const agencies: readonly Agency[] = [
  agency('pref', null, ['pref'], { level: 'prefecture', name: '试验市人民政府' }),
  agency('east', 'pref', ['pref', 'east'], { level: 'county', name: '试验市东县人民政府' }),
  agency('west', 'pref', ['pref', 'west'], { level: 'county', name: '试验市西县人民政府' }),
  agency('river', 'east', ['pref', 'east', 'river'], {
    level: 'township',
    name: '东县河湾镇人民政府',
    settings: { ...settings(), internetReceipt: 'at-once' },
  }),
  agency('hill', 'east', ['pref', 'east', 'hill'], {
    level: 'township',
    name: '东县山前乡人民政府',
    site: { mode: 'channel', prefix: 'hill' },
  }),
  agency('purse', 'east', ['pref', 'east', 'purse'], {
    level: 'county',
    kind: 'bureau',
    name: '东县财政局',
    settings: { ...settings(), transfers: 'one-government' },
  }),
]

function agency(
  id: string,
  parentId: string | null,
  path: string[],
  rest: Partial<Agency>,
): Agency {
  return {
    id,
    slug: id,
    name: id,
    shortName: id,
    level: 'county',
    kind: 'government',
    parentId,
    path,
    divisionCode: `9900${String(path.length)}${String(id.length)}`,
    site: { mode: 'own', hosts: [`${id}.gov.test`] },
    siteIdCode: `990000000${String(id.length)}`,
    guide: {
      body: '政务公开办公室',
      address: '试验路 1 号',
      hours: '工作日 8:00–12:00，14:30–17:30',
      telephone: '0557-0000001',
      fax: '0557-0000002',
      email: `${id}@gov.example`,
      postcode: '234000',
      supervision: {
        body: '试验市人民政府办公室',
        telephone: '0557-0000003',
        address: '试验路 2 号',
      },
    },
    footer: { organiser: id, icp: '试ICP备00000000号', policeFiling: '试公网安备00000000000000号' },
    settings: settings(),
    columns: [],
    ...rest,
  }
}

function settings(): Agency['settings'] {
  return {
    internetReceipt: 'officer',
    indexNumberPattern: '{code}/{year}-{serial:5}',
    applicationNumberPattern: '{year}-{serial:4}',
    reviewLevels: 2,
    importReview: 'elsewhere',
  }
}
