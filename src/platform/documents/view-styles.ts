import type { Style } from './contract.ts'
import { fontFamily } from './fonts.ts'
import { child, valueIn, type XmlNode } from './xml.ts'

/** The named styles of a document with what every paragraph begins with. */
export interface Styles {
  readonly byId: ReadonlyMap<string, XmlNode>
  readonly run: XmlNode | undefined
  readonly paragraph: XmlNode | undefined
}

export function stylesOf(root: XmlNode): Styles {
  const defaults = child(root, 'w:docDefaults')
  const named = root.children.filter(({ name }) => name === 'w:style')
  return {
    byId: new Map(named.map((style) => [style.attributes.get('w:styleId') ?? '', style])),
    run: child(child(defaults, 'w:rPrDefault'), 'w:rPr'),
    paragraph: child(child(defaults, 'w:pPrDefault'), 'w:pPr'),
  }
}

const chainAtMost = 8

/** A style with those that it is based on, the most general first. */
function chainOf({ byId }: Styles, id: string | undefined): XmlNode[] {
  const chain: XmlNode[] = []
  let style = byId.get(id ?? 'Normal')
  while (style && chain.length < chainAtMost) {
    chain.unshift(style)
    style = byId.get(valueIn(style, 'w:basedOn') ?? '')
  }
  return chain
}

export function runStyle(styles: Styles, named: string | undefined, own: XmlNode | undefined): Style {
  const layers = [styles.run, ...chainOf(styles, named).map((style) => child(style, 'w:rPr')), own]
  return Object.assign({}, ...layers.map((layer) => (layer ? runProperties(layer) : {})))
}

export function paragraphStyle(styles: Styles, named: string | undefined, own: XmlNode | undefined): Style {
  const chain = chainOf(styles, named)
  const layers = [styles.paragraph, ...chain.map((style) => child(style, 'w:pPr')), own]
  const base = runStyle(styles, named, undefined)
  return Object.assign({ ...base, margin: '0' }, ...layers.map((layer) => (layer ? paragraphProperties(layer) : {})))
}

function runProperties(element: XmlNode): Style {
  const size = Number(valueIn(element, 'w:sz'))
  const fonts = child(element, 'w:rFonts')?.attributes
  const family = fonts?.get('w:eastAsia')
  const colour = valueIn(element, 'w:color')
  return {
    ...(size > 0 && { fontSize: `${size / 2}pt` }),
    ...(family !== undefined && { fontFamily: fontFamily(family, fonts?.get('w:ascii')) }),
    ...(isOn(element, 'w:b') !== undefined && { fontWeight: isOn(element, 'w:b') ? '700' : '400' }),
    ...(isOn(element, 'w:i') && { fontStyle: 'italic' }),
    ...(child(element, 'w:u') && valueIn(element, 'w:u') !== 'none' && { textDecoration: 'underline' }),
    ...(colour !== undefined && /^[0-9a-f]{6}$/i.test(colour) && { color: `#${colour}` }),
  }
}

function isOn(element: XmlNode, name: string): boolean | undefined {
  const found = child(element, name)
  return found && !/^(0|false|off)$/.test(found.attributes.get('w:val') ?? '1')
}

const alignments: Readonly<Record<string, string>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  left: 'left',
  start: 'left',
}

function paragraphProperties(element: XmlNode): Style {
  const align = alignments[valueIn(element, 'w:jc') ?? '']
  const line = valueIn(element, 'w:spacing', 'w:line')
  const exact = valueIn(element, 'w:spacing', 'w:lineRule') === 'exact'
  const points = (name: string, attribute: string) => pointsOf(valueIn(element, name, attribute))
  const bottom = child(child(element, 'w:pBdr'), 'w:bottom')?.attributes
  return defined({
    textAlign: align,
    marginTop: points('w:spacing', 'w:before'),
    marginBottom: points('w:spacing', 'w:after'),
    lineHeight: line && (exact ? pointsOf(line) : `${Number(line) / 240}`),
    textIndent: indentOf(element),
    marginLeft: points('w:ind', 'w:left') ?? points('w:ind', 'w:start'),
    marginRight: points('w:ind', 'w:right') ?? points('w:ind', 'w:end'),
    borderBottom: bottom && `${Number(bottom.get('w:sz') ?? 8) / 8}pt solid ${colourOf(bottom.get('w:color'))}`,
    pageBreakBefore: isOn(element, 'w:pageBreakBefore') ? 'always' : undefined,
  })
}

/** The first line, in signs where the document says so: two signs are two signs at any size. */
function indentOf(element: XmlNode): string | undefined {
  const signs = valueIn(element, 'w:ind', 'w:firstLineChars')
  return signs === undefined ? pointsOf(valueIn(element, 'w:ind', 'w:firstLine')) : `${Number(signs) / 100}em`
}

function colourOf(colour: string | undefined): string {
  return colour !== undefined && /^[0-9a-f]{6}$/i.test(colour) ? `#${colour}` : '#000'
}

function pointsOf(twentieths: string | undefined): string | undefined {
  const number = Number(twentieths)
  return twentieths === undefined || Number.isNaN(number) ? undefined : `${number / 20}pt`
}

function defined(style: Readonly<Record<string, string | undefined>>): Style {
  return Object.fromEntries(Object.entries(style).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
