/** What an applicant did with his data (个人信息的查阅、更正、删除): names of fields, never what stands in them. */
export type PersonalDataFact =
  /** the applicant opened his data in full, or took it along (查阅、复制个人信息) */
  | { kind: 'personal-data.shown'; data: { as: 'page' | 'json' | 'csv' } }
  | { kind: 'personal-data.corrected'; data: { fields: readonly string[] } }
  | { kind: 'personal-data.correction-asked'; data: { fields: readonly string[] } }
  | {
      kind: 'personal-data.correction-decided'
      data: { verdict: 'accepted' | 'declined'; fields: readonly string[] }
    }
  | { kind: 'personal-data.erased'; data: { fields: readonly string[] } }
  | { kind: 'personal-data.notices-set'; data: { wanted: boolean } }
