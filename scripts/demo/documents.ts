import { themes } from '../../src/domain/catalog/themes.data.ts'
import { registry } from '../../src/tenancy/registry.generated.ts'
import { readDocuments, readTexts, type DemoDocument, type DemoTexts } from './read-facts.ts'

/** The day from which the demonstration's own rules are in force. */
const rulesOn = '2026-01-05'

/** Import files (JSON Lines) by agency: real facts, own short bodies marked as demonstration. */
export function documentsOf(): Map<string, string> {
  const texts = readTexts()
  const files = new Map<string, string[]>()
  const add = (agency: string, row: Record<string, unknown>): void => {
    files.set(agency, [...(files.get(agency) ?? []), JSON.stringify(row)])
  }
  for (const [at, facts] of readDocuments().entries()) {
    add(facts.agency, {
      id: `demo-${String(at + 1)}`,
      title: facts.title,
      docNumber: facts.docNumber,
      issuer: facts.issuer,
      writtenDate: facts.writtenOn,
      publishedDate: facts.publishedOn,
      栏目: facts.column,
      theme: facts.theme,
      genre: facts.genre,
      url: facts.url,
      body: bodyOf(facts, at, texts),
    })
  }
  for (const { agency } of registry) {
    if (agency.kind === 'public-utility') continue
    for (const { id, title, body } of texts.rules) {
      add(agency.id, {
        id: `rule-${id}`,
        title,
        issuer: agency.name,
        writtenDate: rulesOn,
        publishedDate: rulesOn,
        栏目: 'disclosure-rules',
        body,
      })
    }
  }
  return new Map([...files].map(([agency, lines]) => [agency, lines.join('\n')]))
}

function bodyOf(facts: DemoDocument, at: number, texts: DemoTexts): string {
  const all = texts.bodies[facts.genre] ?? texts.bodies['other'] ?? []
  const usable = all.filter(
    (pattern) => facts.docNumber !== null || !pattern.includes('{docNumber}'),
  )
  const pattern = usable[at % usable.length] ?? ''
  const theme = themes.find((one) => one.key === facts.theme)?.name ?? facts.theme
  const values: Readonly<Record<string, string>> = {
    title: facts.title,
    issuer: facts.issuer,
    docNumber: facts.docNumber ?? '',
    writtenOn: chineseDate(facts.writtenOn),
    theme,
    url: facts.url,
  }
  return pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}

function chineseDate(on: string): string {
  const [year, month, day] = on.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
