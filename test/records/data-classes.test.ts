import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { personalFields } from '../../src/kernel/record-kind.ts'
import { loadModules } from '../../src/platform/modules.ts'

const document = readFileSync(new URL('../../docs/security/data-classes.md', import.meta.url), 'utf8')
const kinds = (await loadModules()).flatMap(({ records = [] }) => records)

/** Rows of the table beneath a heading, without its head. */
function tableUnder(heading: string): readonly (readonly string[])[] {
  const part = document.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const lines = part.split('\n').filter((line) => line.startsWith('| '))
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
  return lines.slice(1).map(cells)
}

const namesIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
const classes = tableUnder('Classes and what they ask for').map(([name = '']) => name.replace(/ [^ ]*$/, ''))

it('every kind of record has one class', () => {
  const rows = tableUnder('Every kind of record')
  expect(rows.map(([name]) => name).filter((name) => !classes.includes(name ?? ''))).toEqual([])
  const placed = rows.flatMap(([, names = '']) => namesIn(names))
  expect(placed.length).toBeGreaterThan(80)
  expect(placed.toSorted()).toEqual(kinds.map(({ name }) => name).toSorted())
})

it('every personal field has its class and the reason why it is kept', () => {
  const rows = tableUnder('Personal fields')
  const placed = rows.map(([kind = '', field = '']) => `${namesIn(kind)[0]}.${namesIn(field)[0]}`)
  const declared = kinds.flatMap((kind) => personalFields(kind).map((field) => `${kind.name}.${field}`))
  expect(placed.toSorted()).toEqual(declared.toSorted())
  for (const [, , name = '', why = ''] of rows) {
    expect(['personal', 'sensitive personal']).toContain(name)
    expect(why).toMatch(/\S/)
  }
})

/** What tells of a person by its very name. */
const sounds =
  /姓名|手机|电话|邮箱|邮件|身份证|证件号|账号|帐号|开户|出生|生日|住址|籍贯|民族|宗教|年龄|性别|病|指纹|联系人|签署人|代表人|申请人|护照/

it('no field that sounds personal is open without a word on it', () => {
  const open = kinds.flatMap(({ name, fields }) =>
    Object.entries(fields)
      .filter(([, { type, label, personal }]) => /text/i.test(type) && personal === undefined && sounds.test(label.zh))
      .map(([field]) => `${name}.${field}`),
  )
  const said = namesIn(/^Fields that sound personal and are not: .*$/m.exec(document)?.[0] ?? '')
  expect(open.toSorted()).toEqual(said.toSorted())
})

it('every class says what it asks for', () => {
  expect(classes).toEqual(['public', 'internal', 'business secret', 'to be asked', 'personal', 'sensitive personal'])
  for (const row of tableUnder('Classes and what they ask for')) expect(row.filter((cell) => cell === '')).toEqual([])
})
