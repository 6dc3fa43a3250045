import { ledgerDay, ledgerLaw } from '../domain/application/ledger.ts'
import type { Agency } from '../domain/agency/agency.ts'
import { fileNameOf } from '../domain/shared/file-name.ts'
import { writeCsv } from '../domain/shared/sheet/write-csv.ts'
import type { OfficialDocument } from '../domain/document/official-page.ts'
import type { CasePackage, PackedFile } from '../usecases/application/open-package.ts'
import { sha256Hex } from '../usecases/sha256-hex.ts'
import { caseView } from './application-view.ts'
import { formDocument } from './case-form-document.ts'
import type { FileOut } from './file-response.ts'
import { officialFile } from './official-file.ts'
import { ledgerText } from './ui/words/ledger.ts'
import { disputeKinds, disputeResults, disputeStates } from './ui/words/dispute.ts'
import { noteLabels } from './ui/words/case-labels.ts'
import { packageWords as words } from './ui/words/package.ts'
import { timelineText } from './ui/words/timeline.ts'
import { fill } from './ui/words/office.ts'
import { labelOf } from './pages/label-of.ts'
import { type ZipPart, zipStream } from '../domain/shared/sheet/zip-stream.ts'

/** What has been packed so far: the list of contents and the sums are made of it. */
type Packed = { path: string; bytes: number; sha256: string }

/** A whole case as one archive (案卷打包): documents, files, history, and sums of them all. */
export function packageFile(
  agency: Agency,
  opened: CasePackage,
  at: number,
  assets: Fetcher,
): FileOut {
  const { receipt, number } = opened.view
  const name = `${fileNameOf(number ?? receipt, receipt)}.zip`
  return {
    name,
    mediaType: 'application/zip',
    bytes: null,
    body: zipStream(partsOf(agency, opened, assets), at),
  }
}

function* partsOf(agency: Agency, opened: CasePackage, assets: Fetcher): Generator<ZipPart> {
  const done: Packed[] = []
  for (const part of contentsOf(agency, opened, assets))
    yield { ...part, read: () => noted(part, done) }
  yield { path: words.contents, read: async () => contents(done) }
  yield { path: words.sums, read: async () => sums(done) }
}

function* contentsOf(agency: Agency, opened: CasePackage, assets: Fetcher): Generator<ZipPart> {
  const { view, receipt, instruments, files, personal, disputes: all } = opened
  yield* documentParts('01', words.form, formDocument(agency.name, opened), assets)
  if (receipt !== null) yield* documentParts('02', receipt.title, receipt, assets)
  for (const [index, { view: one, document }] of instruments.entries()) {
    const title = one.void ? `${one.title}（${words.void}）` : one.title
    yield* documentParts(`${words.instruments}/${serial(index)}`, title, document, assets)
  }
  for (const [index, file] of files.entries()) yield filePart(index, file)
  for (const [index, { packed }] of all.entries()) {
    for (const [at, { name, read }] of (packed.papers ?? []).entries()) {
      const path = `${words.disputes}/${serial(index)}_${serial(at)}_${fileNameOf(name, words.files)}`
      yield { path, read: async () => (await read()) ?? text(words.missingText) }
    }
  }
  if (all.length > 0) yield { path: words.disputeList, read: async () => disputes(all) }
  yield { path: words.history, read: async () => history(view) }
  yield { path: words.ledger, read: async () => ledger(view) }
  yield { path: words.notes, read: async () => notes(view) }
  yield { path: words.data, read: async () => json({ ...caseView(agency, view), personal }) }
}

function* documentParts(
  at: string,
  title: string,
  document: OfficialDocument,
  assets: Fetcher,
): Generator<ZipPart> {
  for (const format of ['docx', 'pdf'] as const) {
    const read = async (): Promise<Uint8Array> =>
      (await officialFile(document, format, assets)).body
    yield { path: `${at}_${fileNameOf(title, words.files)}.${format}`, read }
  }
}

function filePart(index: number, { file, read }: PackedFile): ZipPart {
  return {
    path: `${words.files}/${serial(index)}_${fileNameOf(file.name, words.files)}`,
    read: async () => (await read()) ?? text(words.missingText),
  }
}

async function noted({ path, read }: ZipPart, done: Packed[]): Promise<Uint8Array> {
  const bytes = new Uint8Array(await read())
  const sha256 = await sha256Hex(bytes)
  done.push({ path, bytes: bytes.length, sha256 })
  return bytes
}

function history({ timeline }: CasePackage['view']): Uint8Array {
  return writeCsv(
    words.columns.history,
    timeline.map(({ at, event, data, by }) => [at, timelineText(event, data), by.name ?? by.type]),
  )
}

function ledger({ ledger: entries }: CasePackage['view']): Uint8Array {
  return writeCsv(
    words.columns.ledger,
    entries.map((entry) => [ledgerDay(entry), ledgerText(entry), ledgerLaw(entry)]),
  )
}

function disputes(all: CasePackage['disputes']): Uint8Array {
  return writeCsv(
    words.columns.disputes,
    all.map(({ line, packed: { n, papers } }, index) => [
      index + 1,
      disputeKinds[line.kind],
      line.organ,
      line.caseNumber,
      line.acceptedOn,
      line.receivedOn,
      line.answeredOn,
      line.decidedOn,
      line.result === null ? disputeStates[line.state] : disputeResults[line.result],
      fill(papers === null ? words.papersKept : words.papers, { n }),
    ]),
  )
}

function notes({ notes: all, timeline }: CasePackage['view']): Uint8Array {
  return writeCsv(
    words.columns.notes,
    all.map(({ seq, fields }) => {
      const event = timeline.find((one) => one.seq === seq)
      const said = Object.entries(fields).map(
        ([key, value]) => `${labelOf(noteLabels, key)}：${value}`,
      )
      return [
        event?.at ?? null,
        event === undefined ? '' : timelineText(event.event, event.data),
        said.join('\n'),
      ]
    }),
  )
}

function contents(done: readonly Packed[]): Uint8Array {
  const rows = done.map(({ path, bytes, sha256 }, index) => [index + 1, path, bytes, sha256])
  return writeCsv(words.columns.contents, rows)
}

/** In the form that `sha256sum -c` reads. */
function sums(done: readonly Packed[]): Uint8Array {
  return text(done.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''))
}

function json(value: unknown): Uint8Array {
  return text(`${JSON.stringify(value, null, 2)}\n`)
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}

function serial(index: number): string {
  return String(index + 1).padStart(2, '0')
}
