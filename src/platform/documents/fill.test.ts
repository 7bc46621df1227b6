import { deflateRawSync } from 'node:zlib'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zipOf } from '../../../test/support/zip.ts'
import { fillTemplate, readTemplate } from './fill.ts'
import { htmlOf } from './html.ts'
import { unpackWord } from './unpack.ts'
import { viewDocument } from './view.ts'

const word = (...lines: readonly string[]) =>
  Packer.toBuffer(new Document({ sections: [{ children: lines.map((text) => new Paragraph(text)) }] }))

function textOf(bytes: Buffer): string {
  const view = viewDocument(bytes)
  if (typeof view === 'string') throw new Error(view)
  const paragraphs = view.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block] : block.rows.flat().flatMap((cell) => cell.paragraphs),
  )
  return paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')
}

describe('a template', () => {
  it('is filled: texts, rows that repeat in a table, blank lines where nothing is', async () => {
    const row = new TableRow({
      children: ['{#补正内容}{序号}', '{材料}{/补正内容}'].map(
        (text) => new TableCell({ children: [new Paragraph(text)] }),
      ),
    })
    const document = new Document({
      sections: [{ children: [new Paragraph('致{申请人}：{没有}{空}'), new Table({ rows: [row] })] }],
    })
    const rows = [
      { 序号: '1', 材料: '甲' },
      { 序号: '2', 材料: null },
    ]
    const filled = fillTemplate(await Packer.toBuffer(document), { 申请人: '某公司', 空: '', 补正内容: rows })
    expect(textOf(filled)).toBe('致某公司：————\n1\n甲\n2\n——')
  })

  it('leaves no paragraph where a condition is not met', async () => {
    const bytes = await word('一', '{#说明}', '{说明}', '{/说明}', '二')
    expect(textOf(fillTemplate(bytes, { 说明: null }))).toBe('一\n二')
    expect(textOf(fillTemplate(bytes, { 说明: '甲' }))).toBe('一\n甲\n二')
  })

  it('takes any value as text: neither XML nor tags nor what every object inherits', async () => {
    const bytes = await word('{值}|{constructor}|{__proto__}|{toString}')
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((one) => one.replace(/[\p{Cc}\p{Cs}]/gu, ''))
    const hostile = fc.constantFrom('<w:p>&amp;</w:p>', '{值}', '{#a}{/a}', '=cmd|1', ']]>', '{{', '}', '\u202e')
    fc.assert(
      fc.property(fc.oneof(text, hostile), (value) => {
        expect(textOf(fillTemplate(bytes, { 值: value }))).toBe(`${value === '' ? '——' : value}|——|——|——`)
      }),
      { numRuns: 60 },
    )
  })

  it('tells its tags, what does not close, and what is no template', async () => {
    expect(readTemplate(await word('{a}{#b}{c}{/b}', '{@raw}'))).toMatchObject({
      tags: [{ name: 'a' }, { name: 'b', within: [{ name: 'c' }] }, { name: expect.stringContaining('raw') }],
      faults: [],
    })
    expect(readTemplate(await word('{#b}{c}'))).toMatchObject({ faults: [{ reason: 'unclosed_loop', tag: 'b' }] })
    expect(readTemplate(await word('{a'))).toMatchObject({ faults: [{ tag: expect.stringContaining('a') }] })
    expect(readTemplate(Buffer.from('d0cf11e0a1b11ae100', 'hex'))).toBe('old_format')
    expect(readTemplate(Buffer.from('hello'))).toBe('not_zip')
    expect(readTemplate(zipOf([{ name: 'a.txt', text: 'a' }]))).toBe('not_word')
    expect(readTemplate((await word('a')).subarray(0, 400))).toBe('damaged')
  })
})

describe('what is unpacked', () => {
  it('stops at what a document needs, whatever the directory claims', () => {
    const packed = deflateRawSync(Buffer.alloc(60 * 1024 * 1024))
    const bomb = zipOf([{ name: 'word/document.xml', text: packed.toString('latin1') }])
    const told = Buffer.from(packed)
    // The test's ZIP stores; mark the entry as deflated and give it the packed bytes.
    const at = bomb.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
    const head = bomb.subarray(0, 30 + 'word/document.xml'.length)
    const directory = Buffer.from(bomb.subarray(at))
    directory.writeUInt16LE(8, 10)
    directory.writeUInt32LE(told.length, 20)
    directory.writeUInt32LE(head.length + told.length, directory.length - 6)
    expect(unpackWord(Buffer.concat([head, told, directory]))).toBe('too_large')
  })
})

describe('what is printed', () => {
  it('holds no script and escapes what it is told', async () => {
    const view = viewDocument(fillTemplate(await word('{值}'), { 值: '<script>alert(1)</script>' }))
    if (typeof view === 'string') throw new Error(view)
    const html = htmlOf(view, '<b>')
    expect(html).not.toContain('<script')
    expect(html).toContain('&#60;script&#62;alert(1)')
    expect(html).toContain("default-src 'none'")
  })
})
