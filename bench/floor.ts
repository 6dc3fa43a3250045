import { Hono } from 'hono'

/**
 * The floor (下限): what nobody can do with less on this runtime, one route for each kind of
 * request. It reads the very databases of the product and knows no law, layout or tenant.
 */
type Env = {
  Bindings: { FLOOR: D1Database; WORK: Queue; [size: `SIZE_${string}`]: D1Database }
}

const kept = new Map<string, string>()
const app = new Hono<Env>()

app.get('/text', (c) => c.text('好'))

app.get('/row/:size/:id', async (c) => {
  const row = await databaseOf(c.env, c.req.param('size'))
    .prepare('SELECT id, title, issuer, published_at, body FROM published WHERE id = ?')
    .bind(c.req.param('id'))
    .first<Record<string, string | null>>()
  return c.html(
    `<!DOCTYPE html><title>${escape(row?.['title'])}</title><p>${escape(row?.['body'])}</p>`,
  )
})

app.get('/list/:size', async (c) => {
  const { results } = await databaseOf(c.env, c.req.param('size'))
    .prepare(
      `SELECT id, index_number, doc_number, title, issuer, written_on, published_at
       FROM published ORDER BY docid DESC LIMIT 20`,
    )
    .all<Record<string, string | null>>()
  return c.html(page(results))
})

app.get('/search/:size', async (c) => {
  const { results } = await databaseOf(c.env, c.req.param('size'))
    .prepare(
      `SELECT p.id, p.index_number, p.doc_number, p.title, p.issuer, p.written_on, p.published_at
       FROM published_search s JOIN published p ON p.docid = s.rowid
       WHERE published_search MATCH ? ORDER BY s.rowid DESC LIMIT 20`,
    )
    .bind(`grams : "${c.req.query('q') ?? ''}"`)
    .all<Record<string, string | null>>()
  return c.html(page(results))
})

app.post('/submit', async (c) =>
  c.json({ id: await submitted(c.env.FLOOR, await c.req.text()) }, 202),
)

app.post('/submit-post', async (c) => {
  const id = await submitted(c.env.FLOOR, await c.req.text())
  await c.env.WORK.send({ id })
  return c.json({ id }, 202)
})

async function submitted(db: D1Database, body: string): Promise<string> {
  const id = crypto.randomUUID()
  await db.batch([
    db.prepare('INSERT INTO application (id, body) VALUES (?, ?)').bind(id, body),
    db.prepare('INSERT INTO event (application_id, kind) VALUES (?, ?)').bind(id, 'submitted'),
    db.prepare(
      `INSERT INTO counter (name, n) VALUES ('all', 1) ON CONFLICT DO UPDATE SET n = n + 1`,
    ),
  ])
  return id
}

app.put('/kept', async (c) => {
  kept.set('page', await c.req.text())
  return c.body(null, 204)
})
app.get('/kept', (c) => c.html(kept.get('page') ?? ''))

function databaseOf(env: Env['Bindings'], size: string): D1Database {
  const db = env[`SIZE_${size}`]
  if (db === undefined) throw new Error(`no database of ${size}`)
  return db
}

function page(rows: readonly Record<string, string | null>[]): string {
  const lines = rows.map(
    (row) =>
      `<tr><td>${escape(row['index_number'])}<td><a href="/items/${escape(row['id'])}">${escape(row['title'])}</a><td>${escape(row['doc_number'])}<td>${escape(row['issuer'])}<td>${escape(row['written_on'])}`,
  )
  return `<!DOCTYPE html><title>列表</title><table>${lines.join('')}</table>`
}

function escape(value: string | null | undefined): string {
  return (value ?? '').replaceAll(/[&<>"]/g, (char) => `&#${char.codePointAt(0)};`)
}

// oxlint-disable-next-line import/no-default-export -- the runtime asks the default export of a Worker
export default app
