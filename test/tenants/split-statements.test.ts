import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitStatements } from '../../scripts/tenants/split-statements.ts'

const trigger = `CREATE TRIGGER keep BEFORE DELETE ON event WHEN OLD.end IS NULL BEGIN
  SELECT CASE WHEN OLD.a = ';' THEN RAISE(ABORT, 'a;b') ELSE 1 END; -- not here; END
  UPDATE t SET x = 1;
END`

describe('splitStatements', () => {
  test.each([
    ['nothing', '', []],
    ['only comments', '-- a;\n/* b; */\n;;', []],
    ['two', 'SELECT 1;\nSELECT 2;', ['SELECT 1', 'SELECT 2']],
    ['no last semicolon', 'SELECT 1;SELECT 2', ['SELECT 1', 'SELECT 2']],
    [
      'strings',
      `INSERT INTO a VALUES ('x;''y;');SELECT 1`,
      [`INSERT INTO a VALUES ('x;''y;')`, 'SELECT 1'],
    ],
    ['quoted names', 'SELECT "a;b", `c;d`, [e;f];', ['SELECT "a;b", `c;d`, [e;f]']],
    ['comments inside', 'SELECT 1 -- ; \n + 2;', ['SELECT 1 -- ; \n + 2']],
    ['a trigger', `${trigger};\nSELECT 1;`, [trigger, 'SELECT 1']],
    [
      'a temporary trigger',
      'create temp  trigger t after insert on a begin select 1; end;',
      ['create temp  trigger t after insert on a begin select 1; end'],
    ],
    ['a trigger after a comment', `-- why\n${trigger};`, [`-- why\n${trigger}`]],
    [
      'CASE outside a trigger',
      'SELECT CASE 1 WHEN 1 THEN 2 END;SELECT 3',
      ['SELECT CASE 1 WHEN 1 THEN 2 END', 'SELECT 3'],
    ],
    [
      'drizzle breakpoints',
      'SELECT 1;\n--> statement-breakpoint\nSELECT 2;',
      ['SELECT 1', '--> statement-breakpoint\nSELECT 2'],
    ],
  ])('%s', (_name, script, expected) => {
    expect(splitStatements(script)).toEqual(expected)
  })

  test('statements put together with semicolons come apart again', () => {
    const literal = fc.string().map((text) => `SELECT '${text.replaceAll("'", "''")}' AS x`)
    const statements = fc.array(fc.oneof(literal, fc.constant(trigger)))
    fc.assert(
      fc.property(statements, (list) => {
        expect(splitStatements(list.join(';\n'))).toEqual(list)
      }),
    )
  })
})
