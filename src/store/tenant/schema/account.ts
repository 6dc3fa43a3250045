import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Staff of the agency (人员); `roles` is a JSON list, `password` a self-describing hash, empty before the first. */
export const staff = sqliteTable('staff', {
  id: text().primaryKey(),
  username: text().notNull(),
  name: text().notNull(),
  roles: text().notNull(),
  password: text().notNull(),
  active: integer().notNull(),
  version: integer().notNull().default(1),
})

/** Sessions that are open (会话); `id` is the digest of what the token carries, instants are epoch ms. */
export const session = sqliteTable('session', {
  id: text().primaryKey(),
  staffId: text('staff_id').notNull(),
  createdAt: integer('created_at').notNull(),
  seenAt: integer('seen_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
})
