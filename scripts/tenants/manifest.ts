import * as z from 'zod'
import { channels } from '../../src/domain/channel/channels.data.ts'
import { cadenceSchema, columnId, dayText } from './manifest-columns.ts'
import { settingsSchema } from './manifest-settings.ts'
import { shaped, text } from './manifest-text.ts'
import { fieldWords, type FieldName } from './field-words.data.ts'

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u
const slugPattern = /^[a-z][a-z0-9-]{0,37}[a-z0-9]$/u

function uuid(field: FieldName): z.ZodUUID {
  return z.uuid('不是 UUID').describe(fieldWords[field])
}

const host = shaped('site.hosts', /^[a-z0-9.-]{4,253}$/u, '不是小写域名')
  .refine(
    (name) => name.split('.').length > 1 && name.split('.').every((part) => label.test(part)),
    {
      message: '不是完整的域名',
    },
  )
  .refine((name) => !name.endsWith('.localhost'), { message: '.localhost 留给本机试用，不必登记' })

const telephone = /^0\d{2,3}-\d{7,8}(?:-\d{1,5})?$/u
const telephoneFault = '电话应写成“区号-号码”'

const siteSchema = z
  .discriminatedUnion('mode', [
    z.strictObject({
      mode: z.literal('own'),
      hosts: z.array(host).min(1, '至少要有一个域名').describe(fieldWords['site.hosts']),
      formerHosts: z
        .array(host)
        .max(20, '不能超过 20 个')
        .optional()
        .describe(fieldWords['site.formerHosts']),
    }),
    z.strictObject({
      mode: z.literal('channel'),
      prefix: shaped(
        'site.prefix',
        /^[a-z](?:[a-z0-9-]{0,37}[a-z0-9])?$/u,
        '应是一段小写字母、数字或连字符',
      ),
    }),
  ])
  .describe(fieldWords.site)

const guideSchema = z
  .strictObject({
    body: text('guide.body'),
    address: text('guide.address'),
    hours: text('guide.hours'),
    telephone: shaped('guide.telephone', telephone, telephoneFault),
    fax: shaped('guide.fax', telephone, telephoneFault),
    email: z.email('不是电子邮箱地址').describe(fieldWords['guide.email']),
    postcode: shaped('guide.postcode', /^\d{6}$/u, '邮政编码应是 6 位数字'),
    supervision: z
      .strictObject({
        body: text('guide.supervision.body'),
        telephone: shaped('guide.supervision.telephone', telephone, telephoneFault),
        address: text('guide.supervision.address'),
      })
      .describe(fieldWords['guide.supervision']),
  })
  .describe(fieldWords.guide)

const footerSchema = z
  .strictObject({
    organiser: text('footer.organiser'),
    icp: text('footer.icp', 40),
    policeFiling: text('footer.policeFiling', 40),
  })
  .describe(fieldWords.footer)

const columnSchema = z.strictObject({
  id: columnId('columns.id'),
  name: text('columns.name', 30),
  under: text('columns.under', 49),
  columnType: text('columns.columnType', 20),
  description: text('columns.description', 200).optional(),
  cadence: cadenceSchema.optional(),
  formerIds: z
    .array(columnId('columns.formerIds'))
    .max(20, '不能超过 20 个')
    .optional()
    .describe(fieldWords['columns.formerIds']),
})

const mergedColumnSchema = z.strictObject({
  id: columnId('mergedColumns.id'),
  into: text('mergedColumns.into', 49),
})

const columnDutySchema = z.strictObject({
  column: text('columnDuties.column', 49),
  owner: text('columnDuties.owner', 60).optional(),
  channels: z
    .array(z.enum(channels))
    .min(1, '至少写一种')
    .max(channels.length)
    .optional()
    .describe(fieldWords['columnDuties.channels']),
})

const villageId = /^[a-z][a-z0-9]{0,29}$/u
const villageIdFault = '应是小写字母和数字'

const villageSchema = z.strictObject({
  id: shaped('villages.id', villageId, villageIdFault),
  name: text('villages.name', 30),
  formerIds: z
    .array(shaped('villages.formerIds', villageId, villageIdFault))
    .max(20, '不能超过 20 个')
    .optional()
    .describe(fieldWords['villages.formerIds']),
})

const formerNameSchema = z.strictObject({
  name: text('formerNames.name', 60),
  until: dayText('formerNames.until'),
})

const formerParentSchema = z.strictObject({
  parentId: shaped('formerParents.parentId', slugPattern, '应是原上级机关的永久标识'),
  until: z
    .int('应是一个年份')
    .min(2008, '不能早于 2008 年')
    .max(2999, '不是合理的年份')
    .describe(fieldWords['formerParents.until']),
})

const closureSchema = z
  .strictObject({
    on: dayText('closed.on'),
    successor: shaped('closed.successor', slugPattern, '应是承接机关的永久标识'),
  })
  .describe(fieldWords.closed)

const slugFault = '应为 2 至 39 个小写字母、数字或连字符，字母开头，不以连字符结尾'

/** What a manifest (机关清单文件) holds; fields that a channel inherits may be left out. */
export const manifestSchema = z.strictObject({
  $schema: z.string().optional().describe(fieldWords.$schema),
  id: shaped('id', slugPattern, slugFault).optional(),
  slug: shaped('slug', slugPattern, slugFault),
  name: text('name', 60),
  shortName: text('shortName', 30),
  level: z.enum(['prefecture', 'county', 'township']).describe(fieldWords.level),
  kind: z.enum(['government', 'bureau', 'public-utility']).describe(fieldWords.kind),
  divisionCode: shaped('divisionCode', /^(?:\d{6}|\d{9})$/u, '应是 6 位或 9 位数字'),
  database: uuid('database'),
  regionDatabase: uuid('regionDatabase').optional(),
  site: siteSchema,
  siteIdCode: shaped('siteIdCode', /^\d{10}$/u, '应是 10 位数字').optional(),
  guide: guideSchema,
  footer: footerSchema.optional(),
  settings: settingsSchema,
  columns: z.array(columnSchema).max(60, '不能超过 60 个').describe(fieldWords.columns),
  mergedColumns: z
    .array(mergedColumnSchema)
    .max(200, '不能超过 200 个')
    .optional()
    .describe(fieldWords.mergedColumns),
  columnDuties: z
    .array(columnDutySchema)
    .max(200, '不能超过 200 个')
    .optional()
    .describe(fieldWords.columnDuties),
  villages: z
    .array(villageSchema)
    .max(80, '不能超过 80 个')
    .optional()
    .describe(fieldWords.villages),
  formerNames: z
    .array(formerNameSchema)
    .max(20, '不能超过 20 个')
    .optional()
    .describe(fieldWords.formerNames),
  formerParents: z
    .array(formerParentSchema)
    .max(20, '不能超过 20 个')
    .optional()
    .describe(fieldWords.formerParents),
  closed: closureSchema.optional(),
})

/** One agency's manifest (机关清单文件), parsed. */
export type Manifest = z.infer<typeof manifestSchema>

/** Words that no agency may have as its slug, because addresses or tools already use them. */
export const reservedSlugs: readonly string[] = ['region', 'www', 'localhost', 'agency', 'manifest']

/** First path segments of every site, which no channel may take as its prefix. */
export const reservedPrefixes: readonly string[] = [
  'about',
  'accessibility',
  'account',
  'agencies',
  'annual-reports',
  'api',
  'applications',
  'apply',
  'assets',
  'calendar',
  'care',
  'catalog',
  'clarifications',
  'desk',
  'feed',
  'feeds',
  'guide',
  'healthz',
  'institution',
  'help',
  'items',
  'leave',
  'norms',
  'login',
  'logout',
  'n',
  'office',
  'robots',
  'powers',
  'procedure',
  'rules',
  'search',
  'services',
  'session',
  'site-map',
  'sitemap',
  'standard-catalog',
  'statistics',
  'status',
  'topics',
  'kiosk',
  'gazette',
]
