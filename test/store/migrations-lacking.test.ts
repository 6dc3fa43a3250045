import { expect, onTestFinished, test } from 'vitest'
import { migrationsLacking } from '../../src/store/migrations-lacking.ts'
import { tenantSchema } from '../../src/store/schema-version.generated.ts'
import { openHouse } from '../support/house.ts'

test('an agency whose database lacks one migration in the middle is not ready', async () => {
  const house = await openHouse()
  onTestFinished(() => house.close())
  const { db } = await house.tenant('east')
  expect(tenantSchema.length).toBeGreaterThan(3)
  await db.prepare('CREATE TABLE IF NOT EXISTS d1_migrations (name TEXT UNIQUE)').run()
  for (const name of tenantSchema) {
    await db.prepare('INSERT OR IGNORE INTO d1_migrations (name) VALUES (?)').bind(name).run()
  }
  expect(await migrationsLacking(db, tenantSchema)).toBe(0)
  await db.prepare('DELETE FROM d1_migrations WHERE name = ?').bind(tenantSchema[2]).run()
  expect(await migrationsLacking(db, tenantSchema)).toBe(1)
  await db.prepare('DROP TABLE d1_migrations').run()
  expect(await migrationsLacking(db, tenantSchema)).toBe(tenantSchema.length)
})
