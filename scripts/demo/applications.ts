import { readCases, readTexts } from './read-facts.ts'
import type { CaseScript } from './play-case.ts'

/** Scripts of the demonstration's applications by agency, in order of arrival. */
export function applicationsOf(): Map<string, CaseScript[]> {
  const { applicants, applications } = readCases()
  const { replies } = readTexts()
  const scripts = applications
    .toSorted((a, b) => a.arrivedAt.localeCompare(b.arrivedAt))
    .map((facts, at) => {
      const patterns = facts.outcome === null ? [] : (replies[facts.outcome] ?? [])
      const reply = patterns[at % Math.max(1, patterns.length)] ?? ''
      return {
        agency: facts.agency,
        script: {
          arrivedAt: facts.arrivedAt,
          channel: facts.channel,
          applicant: applicants[facts.applicantNo] ?? {},
          subject: facts.subject,
          description: facts.description,
          confirmAfterDays: facts.confirmAfterDays,
          decideAfterWorkingDays: facts.decideAfterWorkingDays,
          outcome: facts.outcome,
          reply: reply.replaceAll('{subject}', facts.subject),
        },
      }
    })
  return new Map(
    [...Map.groupBy(scripts, ({ agency }) => agency)].map(([agency, rows]) => [
      agency,
      rows.map(({ script }) => script),
    ]),
  )
}
