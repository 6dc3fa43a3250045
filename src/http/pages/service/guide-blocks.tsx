import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type GuideBlock, guideBlocks } from '../../../domain/service/guide.ts'
import type { GuideText } from '../../../domain/service/input.ts'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Tag } from '../../ui/tag.tsx'
import { guideBlockNames, service } from '../../ui/words/power.ts'
import { paragraphs } from '../paragraphs.tsx'

/** A matter with the text of its guide, published or being written. */
type Shown = {
  basis: readonly string[]
  unit: string
  guide: GuideText
  lacking: readonly GuideBlock[]
}

/** The eight blocks of a guide (八公开), each with its content or the word that it is not there yet. */
export function GuideBlocks(shown: Shown): JSX.Element {
  return (
    <>
      {guideBlocks.map((block) => (
        <section class="article-section" id={`block-${block}`}>
          <h2>{guideBlockNames[block]}</h2>
          {shown.lacking.includes(block) ? (
            <p>
              <Tag tone="yellow">{service.notYet}</Tag>
            </p>
          ) : null}
          {contentOf(block, shown)}
        </section>
      ))}
    </>
  )
}

function contentOf(block: GuideBlock, { basis, unit, guide }: Shown): Child {
  switch (block) {
    case 'basis':
      return numbered(basis)
    case 'limit':
      return lines(limitsOf(guide))
    case 'materials':
      return numbered(guide.materials ?? [])
    case 'fee':
      return feeOf(guide)
    case 'contact':
      return <SummaryList rows={contactOf(unit, guide)} />
    case 'conditions':
    case 'procedure':
    case 'outcome':
      return paragraphs(guide[block] ?? '')
    default:
      return block satisfies never
  }
}

function limitsOf({ statutoryDays, promisedDays }: GuideText): string[] {
  const promise =
    promisedDays === 0 ? service.promiseAtOnce : inDays(service.promise, promisedDays ?? 0)
  return [
    ...(promisedDays === undefined ? [] : [promise]),
    ...(statutoryDays === undefined ? [] : [inDays(service.statutory, statutoryDays)]),
  ]
}

function inDays(text: string, days: number): string {
  return text.replace('{n}', String(days))
}

function feeOf({ fee, feeNote }: GuideText): Child {
  if (fee === undefined) return null
  return (
    <>
      <p>{service[fee]}</p>
      {paragraphs(feeNote ?? '')}
    </>
  )
}

function contactOf(unit: string, guide: GuideText): { label: string; value: string }[] {
  const rows = [
    [service.unit, unit],
    [service.window, guide.window],
    [service.hours, guide.hours],
    [service.phone, guide.phone],
    [service.supervisionPhone, guide.supervisionPhone],
  ] as const
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}

/** What an applicant counts off, where there is more than one. */
function numbered(texts: readonly string[]): Child {
  if (texts.length < 2) return lines(texts)
  return (
    <ol class="numbered">
      {texts.map((text) => (
        <li>{text}</li>
      ))}
    </ol>
  )
}

function lines(texts: readonly string[]): Child {
  if (texts.length === 0) return null
  return (
    <ul>
      {texts.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  )
}
