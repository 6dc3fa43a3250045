import type { LockedPackage } from './lock-file.ts'

type Component = {
  'bom-ref': string
  type: 'library' | 'application'
  name: string
  version: string
  scope: 'required' | 'optional'
  purl: string
  hashes?: { alg: 'SHA-512'; content: string }[]
  licenses?: { expression: string }[]
}

/** A software bill of materials (软件物料清单) in CycloneDX 1.5. */
export type Sbom = {
  bomFormat: 'CycloneDX'
  specVersion: '1.5'
  version: 1
  metadata: { component: Component }
  components: Component[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

/**
 * Draws up the bill of materials of a lock file (软件物料清单): nothing but what stands there, in its
 * order, so that the same lock file always gives the same bill. `required` is what the service runs.
 */
export function sbomOf(packages: readonly LockedPackage[]): Sbom {
  const byPath = new Map(packages.map((one) => [one.path, one]))
  const project = byPath.get('')
  if (project === undefined) throw new Error('the lock file names no project')
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { ...componentOf(project), type: 'application' } },
    components: packages.filter((one) => one !== project).map(componentOf),
    dependencies: packages.map((one) => ({
      ref: refOf(one),
      dependsOn: dependenciesOf(one, byPath).map(refOf),
    })),
  }
}

/** Where a package lies makes it one: the same version may lie in two places. */
function refOf({ path, name, version }: LockedPackage): string {
  return path === '' ? `${name}@${version}` : `${path}@${version}`
}

function componentOf(one: LockedPackage): Component {
  const { name, version, integrity, license } = one
  const isExtra = one.dev === true || one.devOptional === true || one.optional === true
  return {
    'bom-ref': refOf(one),
    type: 'library',
    name,
    version,
    scope: isExtra ? 'optional' : 'required',
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    ...(integrity === undefined ? {} : { hashes: [{ alg: 'SHA-512', content: hexOf(integrity) }] }),
    ...(license === undefined ? {} : { licenses: [{ expression: license }] }),
  }
}

function hexOf(integrity: string): string {
  const [method, digest = ''] = integrity.split('-', 2)
  if (method !== 'sha512') throw new Error(`a package is locked by ${method ?? 'nothing'}`)
  return Buffer.from(digest, 'base64').toString('hex')
}

/** What a package asks for, as it would be found from its folder upward; what is left out for other platforms is not there. */
function dependenciesOf(
  one: LockedPackage,
  byPath: ReadonlyMap<string, LockedPackage>,
): LockedPackage[] {
  const names = new Set([
    ...Object.keys(one.dependencies ?? {}),
    ...Object.keys(one.devDependencies ?? {}),
    ...Object.keys(one.optionalDependencies ?? {}),
    ...Object.keys(one.peerDependencies ?? {}),
  ])
  return [...names].flatMap((name) => {
    for (
      let folder = one.path;
      ;
      folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
    ) {
      const found = byPath.get(
        folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`,
      )
      if (found !== undefined) return found
      if (folder === '') return []
    }
  })
}
