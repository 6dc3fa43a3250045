/**
 * The files of a published item that its readers may fetch (附件清单), as JSON in the order of its edition;
 * one that the edition does not name stands first. NULL when there is none.
 */
export const fileList = `(SELECT nullif(json_group_array(json_object('id', f.id, 'name', f.name,
      'bytes', f.bytes, 'mediaType', f.media_type, 'sha256', f.sha256)), '[]')
    FROM (SELECT i.id, i.name, i.bytes, i.media_type, i.sha256 FROM item_file i
      LEFT JOIN edition e ON e.item_id = i.item_id AND e.n = published.edition
      LEFT JOIN json_each(e.content -> 'attachments') a ON a.value ->> 'id' = i.id
      WHERE i.item_id = published.id AND i.live = 1 AND i.scan = 'clean'
      ORDER BY coalesce(a.key, -1), i.id LIMIT 50) f)`
