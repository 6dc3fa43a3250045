/**
 * A door of the house: what files below `from` may import. The longest matching `from` counts;
 * `types` are places from which only types may come; `{room}` stands for the file's own room.
 */
export type Door = {
  from: string
  values: readonly string[]
  types?: readonly string[]
  packages: readonly string[]
}

/** Which floor and room may reach which: everything that is not written here is forbidden. */
export const doors: readonly Door[] = [
  {
    from: 'src/domain/',
    values: [
      'src/domain/{room}/',
      'src/domain/shared/',
      'src/domain/time/',
      'src/domain/agency/',
      'src/domain/document/',
    ],
    packages: ['zod', 'fflate'],
  },
  {
    from: 'src/domain/document/',
    values: ['src/domain/document/', 'src/domain/shared/', 'src/domain/time/'],
    packages: ['zod', 'fflate', 'parse5', 'mammoth', 'docx'],
  },
  {
    from: 'src/domain/inspection/',
    values: ['src/domain/inspection/', 'src/domain/shared/'],
    packages: ['zod', 'fflate', 'unpdf'],
  },
  {
    from: 'src/store/',
    values: ['src/store/', 'src/domain/'],
    packages: ['drizzle-orm'],
  },
  {
    from: 'src/usecases/',
    values: ['src/usecases/', 'src/domain/', 'src/store/'],
    packages: ['zod'],
  },
  {
    from: 'src/usecases/account/session-token.ts',
    values: ['src/usecases/', 'src/domain/', 'src/store/'],
    packages: ['zod', '@tsndr/cloudflare-worker-jwt'],
  },
  {
    from: 'src/usecases/account/password.ts',
    values: ['src/usecases/', 'src/domain/', 'src/store/'],
    packages: ['zod', 'node:crypto'],
  },
  {
    from: 'src/tenancy/',
    values: ['src/tenancy/', 'src/store/', 'src/domain/'],
    types: ['src/usecases/context.ts'],
    packages: [],
  },
  {
    from: 'src/http/',
    values: ['src/http/', 'src/usecases/', 'src/tenancy/', 'src/domain/'],
    packages: ['hono', 'zod'],
  },
  {
    from: 'src/jobs/',
    values: ['src/jobs/', 'src/usecases/', 'src/tenancy/', 'src/domain/'],
    packages: ['zod'],
  },
  { from: 'src/worker.ts', values: ['src/'], packages: [] },
  { from: 'src/mailer.ts', values: ['src/usecases/'], packages: ['cloudflare:email'] },
  { from: 'src/env.ts', values: ['src/'], packages: ['zod'] },
  { from: 'src/env-notices.ts', values: ['src/domain/'], packages: [] },
]

/** Files that may hold what the rest may not: the word, and where it may stand. */
export const places: readonly { what: string; pattern: RegExp; in: readonly string[] }[] = [
  {
    what: 'a clock',
    pattern: /(?<![\w.])Date\b(?!\s*[:?])|\bperformance\.now\b/,
    in: ['src/domain/time/', 'src/worker.ts'],
  },
  {
    what: 'chance',
    pattern: /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/,
    in: [
      'src/usecases/new-id.ts',
      'src/usecases/account/',
      'src/usecases/application/',
      'src/store/keyring.ts',
      'src/store/d1-error.ts',
    ],
  },
  {
    what: 'a D1 binding',
    pattern: /\benv\s*\[|\bDB_[A-Z]/,
    in: ['src/tenancy/', 'src/env.ts', 'src/env-notices.ts'],
  },
  {
    what: 'the console',
    pattern: /\bconsole\b/,
    in: ['src/worker.ts', 'src/http/app.tsx', 'src/jobs/'],
  },
  {
    what: 'the network',
    pattern: /(?<![\w.]|async )(?:fetch\(|WebSocket\b)/,
    in: ['src/worker.ts'],
  },
  {
    what: 'a transaction, which D1 has not',
    pattern: /\.transaction\(/,
    in: [],
  },
]
