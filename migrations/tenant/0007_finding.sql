-- Numbers beside the lists: for every list by one choice, and for the list of all, how many items
-- each further choice would leave. Kept by the events that file items; counts is {key: n}.
CREATE TABLE facet_count (
  scope TEXT NOT NULL PRIMARY KEY,
  counts TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was published before. The columns above an item's own are those its event names.
INSERT INTO facet_count (scope, counts)
WITH filed AS (
  SELECT json_insert(
      (SELECT json_group_array('category:' || c.value) FROM json_each(e.data, '$.columns') c),
      '$[#]', 'all',
      '$[#]', 'year:' || strftime('%Y', p.published_at / 1000 + 28800, 'unixepoch'),
      '$[#]', iif(p.theme IS NULL, NULL, 'theme:' || substr(p.theme, 1, instr(p.theme || '/', '/') - 1)),
      '$[#]', 'genre:' || p.genre,
      '$[#]', 'validity:' || p.validity,
      '$[#]', 'issuer:' || p.issuer) AS keys
  FROM published p
  JOIN event e ON e.entity = 'item' AND e.entity_id = p.id AND e.seq = 1
  WHERE e.kind = 'item.published')
SELECT scope, json_group_object(key, n) FROM (
  SELECT s.value AS scope, k.value AS key, count(*) AS n
  FROM filed, json_each(filed.keys) s, json_each(filed.keys) k
  WHERE s.value IS NOT NULL AND k.value IS NOT NULL AND s.value NOT LIKE 'issuer:%'
  GROUP BY s.value, k.value)
GROUP BY scope;
