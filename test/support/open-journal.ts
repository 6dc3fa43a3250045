const guards = ['event_kept', 'event_stays', 'journal_seal_kept', 'journal_seal_stays']

/** Takes the guards off a journal, as one with the database file in his hands could. */
export async function openJournal(db: D1Database): Promise<void> {
  await db.batch(guards.map((name) => db.prepare(`DROP TRIGGER IF EXISTS ${name}`)))
}
