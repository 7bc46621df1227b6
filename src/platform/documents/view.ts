import type { DocumentView, Paragraph, Run, Style, Table } from './contract.ts'
import { footIn } from './paper-foot.ts'
import { type Unpacked, type Unusable, unpackWord } from './unpack.ts'
import { paragraphStyle, runStyle, type Styles, stylesOf } from './view-styles.ts'
import { child, parseXml, valueIn, within, type XmlNode } from './xml.ts'

const twipsPerMm = 56.693
const emuPerMm = 36_000

interface Reading {
  readonly styles: Styles
  /** Pictures by the id of their relation, as data addresses. */
  readonly pictures: ReadonlyMap<string, string>
}

/** A Word document as blocks that a page can show and a browser can print; or why it cannot be read. Headers and floating shapes are left out. */
export function viewDocument(bytes: Buffer): DocumentView | Unusable {
  const files = unpackWord(bytes)
  if (typeof files === 'string') return files
  const body = child(parseXml(text(files, 'word/document.xml')), 'w:body')
  if (!body) return 'not_word'
  const reading = { styles: stylesOf(parseXml(text(files, 'word/styles.xml'))), pictures: picturesOf(files) }
  const footers = [...files.keys()].filter((name) => /^word\/footer\d*\.xml$/.test(name))
  return {
    page: pageOf(child(body, 'w:sectPr')),
    foot: footers.map((name) => footIn(text(files, name))).find((line) => line !== null) ?? null,
    numbered: footers.some((name) => /\bPAGE\b/.test(text(files, name))),
    blocks: body.children.flatMap((element): DocumentView['blocks'] => {
      if (element.name === 'w:p') return [paragraphOf(element, reading)]
      return element.name === 'w:tbl' ? [tableOf(element, reading)] : []
    }),
  }
}

function text(files: Unpacked, name: string): string {
  return files.get(name)?.toString('utf8') ?? ''
}

function pageOf(section: XmlNode | undefined): DocumentView['page'] {
  const mm = (name: string, attribute: string, other: number) =>
    Math.round((Number(valueIn(section, name, attribute) ?? other) / twipsPerMm) * 10) / 10
  return {
    width: mm('w:pgSz', 'w:w', 11_906),
    height: mm('w:pgSz', 'w:h', 16_838),
    top: mm('w:pgMar', 'w:top', 2_098),
    right: mm('w:pgMar', 'w:right', 1_474),
    bottom: mm('w:pgMar', 'w:bottom', 1_984),
    left: mm('w:pgMar', 'w:left', 1_587),
  }
}

function picturesOf(files: Unpacked): ReadonlyMap<string, string> {
  const relations = parseXml(text(files, 'word/_rels/document.xml.rels')).children
  const found = relations.flatMap(({ attributes }): [string, string][] => {
    const target = attributes.get('Target') ?? ''
    const type = /\.(png|jpe?g)$/i.exec(target)?.[1]?.toLowerCase()
    const bytes = files.get(target.startsWith('/') ? target.slice(1) : `word/${target}`)
    if (type === undefined || bytes === undefined) return []
    return [
      [attributes.get('Id') ?? '', `data:image/${type === 'png' ? 'png' : 'jpeg'};base64,${bytes.toString('base64')}`],
    ]
  })
  return new Map(found)
}

function paragraphOf(element: XmlNode, reading: Reading): Paragraph {
  const properties = child(element, 'w:pPr')
  const named = valueIn(properties, 'w:pStyle')
  return {
    kind: 'paragraph',
    style: paragraphStyle(reading.styles, named, properties),
    runs: runsOf(element, named, reading),
  }
}

/** Runs lie in hyperlinks, insertions and content controls too. */
function runsOf(element: XmlNode, named: string | undefined, reading: Reading): Run[] {
  return element.children.flatMap((one) => {
    if (one.name === 'w:r') return runOf(one, named, reading)
    const holds = ['w:hyperlink', 'w:ins', 'w:smartTag', 'w:sdt', 'w:sdtContent', 'w:fldSimple'].includes(one.name)
    return holds ? runsOf(one, named, reading) : []
  })
}

function runOf(run: XmlNode, named: string | undefined, reading: Reading): Run[] {
  const style = runStyle(reading.styles, named, child(run, 'w:rPr'))
  const words = run.children.map(wordsOf).join('')
  const picture = run.children.find(({ name }) => name === 'w:drawing')
  return [
    ...(words === '' ? [] : [{ text: words, style, picture: null }]),
    ...(picture ? pictureOf(picture, reading) : []),
  ]
}

function wordsOf(element: XmlNode): string {
  if (element.name === 'w:t') return element.text
  if (element.name === 'w:tab') return '\u2003\u2003'
  return element.name === 'w:br' || element.name === 'w:cr' ? '\n' : ''
}

function pictureOf(drawing: XmlNode, { pictures }: Reading): Run[] {
  const id = within(drawing, 'a:blip')?.attributes.get('r:embed') ?? ''
  const picture = pictures.get(id)
  if (picture === undefined) return []
  const extent = within(drawing, 'wp:extent')?.attributes
  const mm = (name: string) => `${Math.round((Number(extent?.get(name) ?? 720_000) / emuPerMm) * 10) / 10}mm`
  const alt = within(drawing, 'wp:docPr')?.attributes.get('descr') ?? ''
  return [{ text: alt, style: { width: mm('cx'), height: mm('cy') }, picture }]
}

function tableOf(table: XmlNode, reading: Reading): Table {
  const columns = (child(table, 'w:tblGrid')?.children ?? []).map(({ attributes }) =>
    Number(attributes.get('w:w') ?? 0),
  )
  const sum = columns.reduce((total, width) => total + width, 0) || 1
  const ruled = !/^(nil|none)$/.test(valueIn(child(child(table, 'w:tblPr'), 'w:tblBorders'), 'w:insideH') ?? 'single')
  const rows = table.children.filter(({ name }) => name === 'w:tr')
  return {
    kind: 'table',
    widths: columns.map((width) => Math.round((width / sum) * 1000) / 10),
    rows: rows.map((row) =>
      row.children.filter(({ name }) => name === 'w:tc').map((cell) => cellOf(cell, ruled, reading)),
    ),
  }
}

function cellOf(cell: XmlNode, ruled: boolean, reading: Reading) {
  const properties = child(cell, 'w:tcPr')
  const fill = valueIn(properties, 'w:shd', 'w:fill')
  const style: Style = {
    ...(ruled && { border: '0.5pt solid #000' }),
    ...(fill && /^[0-9a-f]{6}$/i.test(fill) && { background: `#${fill}` }),
    ...(valueIn(properties, 'w:vAlign') === 'center' && { verticalAlign: 'middle' }),
  }
  const paragraphs = cell.children.filter(({ name }) => name === 'w:p').map((one) => paragraphOf(one, reading))
  return { span: Number(valueIn(properties, 'w:gridSpan') ?? 1), style, paragraphs }
}
