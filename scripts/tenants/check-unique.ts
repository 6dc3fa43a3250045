import type { Problem } from './problem.ts'
import type { Entry } from './read-tree.ts'
import { idOf } from './resolve.ts'

/** A value that only one agency may have: `scope` keeps apart values that never meet. */
type Claim = { scope: string; value: string; field: string }

/** Finds values that two agencies share though each may occur once in the whole prefecture. */
export function checkUnique(entries: readonly Entry[]): readonly Problem[] {
  const owners = new Map<string, string>()
  const problems: Problem[] = []
  for (const entry of entries) {
    for (const { scope, value, field } of claims(entry)) {
      const key = `${scope} ${value}`
      const owner = owners.get(key)
      if (owner === undefined) owners.set(key, entry.file)
      else problems.push(clash(entry.file, field, value, owner))
    }
  }
  return problems
}

function clash(file: string, field: string, value: string, owner: string): Problem {
  const twice = owner === file ? '本文件内重复' : `与 ${owner} 重复`
  return { file, field, what: `“${value}”${twice}`, fix: '全地区只能用一次，请改写其中一个' }
}

function claims({ parent, manifest }: Entry): readonly Claim[] {
  const { slug, site, siteIdCode, divisionCode, settings } = manifest
  const id = idOf(manifest)
  const found: Claim[] = [
    { scope: 'slug', value: slug, field: 'slug' },
    { scope: 'name', value: manifest.name, field: 'name' },
    { scope: 'database', value: manifest.database.toLowerCase(), field: 'database' },
  ]
  // A slug that another agency was created with would answer for that agency's records.
  if (id !== slug) found.push({ scope: 'slug', value: id, field: 'id' })
  if (manifest.regionDatabase !== undefined) {
    const value = manifest.regionDatabase.toLowerCase()
    found.push({ scope: 'database', value, field: 'regionDatabase' })
  }
  if (manifest.kind === 'government') {
    found.push({ scope: 'division', value: divisionCode, field: 'divisionCode' })
  }
  if (site.mode === 'own') {
    for (const [at, value] of site.hosts.entries()) {
      found.push({ scope: 'host', value, field: `site.hosts[${at}]` })
    }
    for (const [at, value] of (site.formerHosts ?? []).entries()) {
      found.push({ scope: 'host', value, field: `site.formerHosts[${at}]` })
    }
    if (siteIdCode !== undefined) {
      found.push({ scope: 'site-code', value: siteIdCode, field: 'siteIdCode' })
    }
  } else {
    found.push({ scope: `prefix of ${parent ?? ''}`, value: site.prefix, field: 'site.prefix' })
  }
  const code = site.mode === 'own' ? siteIdCode : divisionCode
  if (code !== undefined) {
    const value = settings.indexNumberPattern.replaceAll('{code}', code)
    found.push({ scope: 'index', value, field: 'settings.indexNumberPattern' })
  }
  return found
}
