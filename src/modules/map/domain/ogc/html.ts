// OGC API – Features Part 1, requirements class HTML: every document can also be read by people in a browser. No script.
import type { Language } from '../../../../kernel/label.ts'
import type { OgcDocument } from './documents.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

/** A whole page of one document: its features as a table, everything else as it is nested. */
export function htmlOf(document: OgcDocument, language: Language): string {
  const title = safe(String(document.title ?? document.id ?? 'OGC API – Features'))
  const { features, title: _, ...rest } = document
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><style>body{font:16px/1.5 sans-serif;margin:1rem;overflow-wrap:anywhere}
dt{font-weight:600}dd{margin-inline-start:1.5rem}table{border-collapse:collapse}td,th{border:1px solid #868d99;padding:.2rem .5rem;text-align:start}</style></head>
<body><main><h1>${title}</h1>${Array.isArray(features) ? tableOf(features) : ''}${printed(rest)}</main></body></html>`
}

interface Row {
  readonly id: string
  readonly properties: Readonly<Record<string, unknown>>
}

function tableOf(features: readonly Row[]): string {
  const heads = Object.keys(features[0]?.properties ?? {})
  const line = (tag: string, cells: readonly unknown[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${safe(cell === null || cell === undefined ? '' : String(cell))}</${tag}>`).join('')}</tr>`
  const rows = features.map(({ id, properties }) => line('td', [id, ...heads.map((head) => properties[head])]))
  return `<table>${line('th', ['id', ...heads])}${rows.join('')}</table>`
}

function printed(value: unknown): string {
  if (Array.isArray(value)) return `<ul>${value.map((one) => `<li>${printed(one)}</li>`).join('')}</ul>`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, inner]) => `<dt>${safe(name)}</dt><dd>${printed(inner)}</dd>`)
    return `<dl>${entries.join('')}</dl>`
  }
  const text = safe(String(value))
  return /^https?:\/\//.test(text) ? `<a href="${text}">${text}</a>` : text
}
