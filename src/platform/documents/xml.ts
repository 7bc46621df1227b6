/** One element of an XML file as far as Word documents need it. */
export interface XmlNode {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlNode[]
  /** Text directly within it. */
  text: string
}

const token = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|<[!?][^>]*>|([^<]+)/g
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Reads well-formed XML without document types or entities of its own; what does not close is closed at the end. */
export function parseXml(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: new Map(), children: [], text: '' }
  const open: XmlNode[] = [root]
  for (const [, end, name, attributes = '', alone, text] of xml.matchAll(token)) {
    const inner = open.at(-1) ?? root
    if (text !== undefined) inner.text += plain(text)
    else if (name === undefined) continue
    else if (end === '/') {
      if (open.length > 1 && inner.name === name) open.pop()
    } else {
      const element: XmlNode = { name, attributes: attributesOf(attributes), children: [], text: '' }
      inner.children.push(element)
      if (alone !== '/') open.push(element)
    }
  }
  return root.children[0] ?? root
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(attribute)].map(([, name = '', a, b]) => [name, plain(a ?? b ?? '')]))
}

function plain(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : ''
  })
}

/** The first child of this name. */
export function child(element: XmlNode | undefined, name: string): XmlNode | undefined {
  return element?.children.find((one) => one.name === name)
}

/** The value of `w:val`, or of another attribute, of the first child of this name. */
export function valueIn(element: XmlNode | undefined, name: string, attributeName = 'w:val'): string | undefined {
  return child(element, name)?.attributes.get(attributeName)
}

/** The first element of this name at any depth. */
export function within(element: XmlNode, name: string): XmlNode | undefined {
  for (const one of element.children) {
    const found = one.name === name ? one : within(one, name)
    if (found) return found
  }
  return undefined
}
