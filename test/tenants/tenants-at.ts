import { runTenants } from '../../scripts/tenants/command-line.ts'

const [root, ...args] = process.argv.slice(2)
if (root === undefined) throw new Error('tenants-at <root> <args>')
process.exitCode = await runTenants(root, args)
