import { fileURLToPath } from 'node:url'
import { runTenants } from './tenants/command-line.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
process.exitCode = await runTenants(root, process.argv.slice(2))
