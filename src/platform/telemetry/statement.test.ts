import { expect, it } from 'vitest'
import { statementWords } from './statement.ts'

it.each([
  ['select "id" from "access"."accounts" where "login" = $1', 'select access.accounts'],
  ['insert into journal.events (zone_id) values ($1)', 'insert journal.events'],
  ['update "cases"."cases" set "state" = $1', 'update cases.cases'],
  ['with event as (insert into journal.events (a) values ($1)) select 1', 'insert journal.events'],
  [`set local luodi.zone_id = '0190-secret'`, 'set'],
  ['select 1', 'select'],
  ['vacuum', 'statement'],
])('%s is called %s', (sql, name) => {
  expect(statementWords(sql).name).toBe(name)
})

it('tells nothing that stands in the statement besides kind and table', () => {
  const { name, words } = statementWords(`select secret_column from access.accounts where login = 'ann@example.cn'`)
  expect(JSON.stringify([name, words])).not.toMatch(/ann|secret/)
})
