-- What the public reads of an item: its kind, its text as a tree, the fields of its kind, its edition.
ALTER TABLE published ADD COLUMN kind TEXT NOT NULL DEFAULT 'document';
ALTER TABLE published ADD COLUMN document TEXT;
ALTER TABLE published ADD COLUMN fields TEXT NOT NULL DEFAULT '{}';
ALTER TABLE published ADD COLUMN edition INTEGER NOT NULL DEFAULT 1;
ALTER TABLE published ADD COLUMN unit TEXT;
ALTER TABLE published ADD COLUMN matter TEXT;
ALTER TABLE published ADD COLUMN files_text TEXT;

-- Files of the edition that the public reads are live; those of a draft are not.
ALTER TABLE item_file ADD COLUMN live INTEGER NOT NULL DEFAULT 1;

-- An item on its way: the newest edition and where it stands.
CREATE TABLE item (
  id TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL,
  edition INTEGER NOT NULL,
  is_live INTEGER NOT NULL,
  title TEXT NOT NULL,
  attribute TEXT,
  ground TEXT,
  visibility TEXT NOT NULL,
  kind TEXT NOT NULL,
  category TEXT NOT NULL,
  matter TEXT,
  unit TEXT,
  author TEXT NOT NULL,
  editors TEXT NOT NULL,
  written_on TEXT,
  publish_by TEXT,
  publish_at INTEGER,
  reassess_on TEXT,
  remark TEXT,
  findings TEXT,
  ending TEXT,
  note TEXT,
  digest TEXT NOT NULL,
  origin_key TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX item_state ON item (state, updated_at DESC, id);
CREATE INDEX item_publish_by ON item (publish_by, id) WHERE publish_by IS NOT NULL;
CREATE INDEX item_publish_at ON item (publish_at) WHERE publish_at IS NOT NULL;
CREATE INDEX item_reassess ON item (reassess_on, id) WHERE reassess_on IS NOT NULL;
CREATE UNIQUE INDEX item_origin ON item (origin_key) WHERE origin_key IS NOT NULL;

-- Every edition that was published, as it was; is_open says whether the public may read an earlier one.
CREATE TABLE edition (
  item_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  is_open INTEGER NOT NULL,
  note TEXT,
  published_at INTEGER NOT NULL,
  committed_at INTEGER NOT NULL,
  published_by TEXT NOT NULL,
  backdate_reason TEXT,
  digest TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (item_id, n)
) STRICT;

-- Who reviewed which bytes and when. A review of another digest than the item's is void.
CREATE TABLE review (
  item_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  edition INTEGER NOT NULL,
  level TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  opinion TEXT,
  checks TEXT NOT NULL,
  override TEXT,
  digest TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (item_id, seq)
) STRICT, WITHOUT ROWID;

-- What somebody was typing; no history and never published.
CREATE TABLE autosave (
  item_id TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  base_version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  fields TEXT NOT NULL,
  PRIMARY KEY (item_id, staff_id)
) STRICT;

-- Items that an import kept from the public become items like all others.
INSERT INTO item (id, state, edition, is_live, title, attribute, ground, visibility, kind,
  category, matter, unit, author, editors, written_on, publish_by, publish_at, reassess_on, remark,
  findings, ending, note, digest, origin_key, created_at, updated_at, content)
SELECT h.id,
  'held', 1, 0, h.title, h.attribute, NULL, 'public', 'document', h.category, NULL, NULL, 'import', '[]',
  h.written_on, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', h.origin_key, h.published_at, h.published_at,
  json_object('kind', 'document', 'title', h.title, 'docNumber', h.doc_number, 'summary', h.summary,
    'issuer', h.issuer, 'writtenOn', h.written_on, 'theme', h.theme, 'genre', h.genre,
    'validity', h.validity, 'attribute', h.attribute, 'ground', NULL, 'groundReason', NULL,
    'visibility', 'public',
    'document', json_object('v', 1, 'blocks', CASE WHEN h.body = '' THEN json('[]') ELSE
      json_array(json_object('type', 'paragraph', 'text', json_array(json_object('text', h.body)))) END),
    'fields', json('{}'), 'attachments', json('[]'), 'sourceUrl', h.source_url,
    'coAgencies', json('[]'), 'interprets', json('[]'))
FROM held_item h;
DROP TABLE held_item;
