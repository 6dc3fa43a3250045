import * as z from 'zod'

const entry = z.object({
  name: z.string().optional(),
  version: z.string(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  devOptional: z.boolean().optional(),
  optional: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  devDependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
  peerDependencies: z.record(z.string(), z.string()).optional(),
})
const schema = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), entry),
})

/** A package of the lock file (锁定的依赖), by the folder in which it lies; '' is this project. */
export type LockedPackage = z.infer<typeof entry> & { path: string; name: string }

/** Reads a lock file (依赖锁定文件): every package that an installation can bring. */
export function readLockFile(text: string): LockedPackage[] {
  const { packages } = schema.parse(JSON.parse(text))
  return Object.entries(packages).map(([path, found]) => {
    const place = path.lastIndexOf('node_modules/') + 'node_modules/'.length
    return Object.assign({ path }, found, { name: found.name ?? path.slice(place) })
  })
}
