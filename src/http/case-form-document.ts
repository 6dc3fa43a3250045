import { personalFields } from '../domain/application/personal.ts'
import type { OfficialDocument } from '../domain/document/official-page.ts'
import type { Cell } from '../domain/document/tree.ts'
import { localDateOf, parseInstant } from '../domain/time/instant.ts'
import type { CasePackage } from '../usecases/application/open-package.ts'
import { channelLabels, classLabel, idTypeLabels } from './ui/words/application.ts'
import { desk } from './ui/words/desk.ts'
import { fieldLabels } from './ui/words/fields.ts'
import { packageWords } from './ui/words/package.ts'
import { deliveryText } from './pages/delivery-text.ts'
import { labelOf } from './pages/label-of.ts'

/** The application as a document of the case (申请表): every field that was given, by its name. */
export function formDocument(
  issuer: string,
  { view, personal }: Pick<CasePackage, 'view' | 'personal'>,
): OfficialDocument {
  const arrived = parseInstant(view.arrivedAt)
  const fields = personalFields.flatMap((field) => {
    const value = personal[field]
    const label = fieldLabels[`/${field.replace('.', '/')}`] ?? field
    if (value === undefined || value === '') return []
    return [row(label, field.endsWith('.idType') ? labelOf(idTypeLabels, value) : value)]
  })
  const delivery = deliveryText(view.delivery)
  return {
    title: packageWords.form,
    docNumber: null,
    issuer,
    writtenOn: arrived === null ? null : localDateOf(arrived),
    tree: {
      v: 1,
      blocks: [
        {
          type: 'table',
          rows: [
            row(desk.receipt, view.receipt),
            row(desk.arrivedAt, `${view.arrivedAt} ${labelOf(channelLabels, view.channel)}`),
            row(fieldLabels['/applicant/class'] ?? '', classLabel(view.applicantClass)),
            ...fields,
            ...(delivery === '' ? [] : [row(desk.delivery, delivery)]),
          ],
        },
      ],
    },
  }
}

function row(label: string, value: string): Cell[] {
  return [{ text: [{ text: label }], head: true }, { text: [{ text: value }] }]
}
