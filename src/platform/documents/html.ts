import type { DocumentView, Paragraph, Style, Table } from './contract.ts'
import { shippedFaces } from './fonts.ts'

/** A document as one self-contained page for a browser to print: no script, nothing from elsewhere. */
export function htmlOf({ page, numbered, blocks }: DocumentView, title: string): string {
  const margins = [page.top, page.right, page.bottom, page.left].map((mm) => `${mm}mm`).join(' ')
  const foot = numbered
    ? '@bottom-center{content:"— " counter(page) " —";font:14pt "Times New Roman","Luodi Serif",serif}'
    : ''
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<style>${shippedFaces()}@page{size:${page.width}mm ${page.height}mm;margin:${margins};${foot}}
body{margin:0}p{white-space:pre-wrap;overflow-wrap:anywhere;min-height:1em}table{width:100%;border-collapse:collapse;table-layout:fixed}
td{padding:2pt 4pt;vertical-align:top}tr{break-inside:avoid}</style></head><body>${blocks
    .map((block) => (block.kind === 'table' ? tableHtml(block) : paragraphHtml(block)))
    .join('')}</body></html>`
}

function paragraphHtml({ style, runs }: Paragraph): string {
  const content = runs.map(({ text, style: own, picture }) =>
    picture === null
      ? `<span${css(own)}>${escaped(text)}</span>`
      : `<img alt="${escaped(text)}" src="${escaped(picture)}"${css(own)}>`,
  )
  return `<p${css(style)}>${content.join('')}</p>`
}

function tableHtml({ widths, rows }: Table): string {
  const columns = widths.map((width) => `<col style="width:${width}%">`).join('')
  const lines = rows.map((row) => {
    const cells = row.map(({ span, style, paragraphs }) => {
      const wide = span > 1 ? ` colspan="${span}"` : ''
      return `<td${wide}${css(style)}>${paragraphs.map(paragraphHtml).join('')}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table><colgroup>${columns}</colgroup><tbody>${lines.join('')}</tbody></table>`
}

function css(style: Style): string {
  const text = Object.entries(style).map(([name, value]) => `${dashed(name)}:${value}`)
  return text.length === 0 ? '' : ` style="${escaped(text.join(';'))}"`
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
