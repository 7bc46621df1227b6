import type { Label } from '../../../kernel/label.ts'
import type { SiteCard } from '../contract/card.ts'

interface Given {
  readonly card: SiteCard
  /** `@font-face` rules with the fonts within. */
  readonly faces: string
  /** PNG as a data address, of the address that is printed beside it. */
  readonly code: string
  readonly address: string
}

/** The card as one self-contained A4 page in both languages: no script, nothing from elsewhere. */
export function cardPage({ card, faces, code, address }: Given): string {
  const { name, zone, pitch, facts, utilities, thresholds, price, handOver, plan, rings, day } = card
  const bounds = thresholds.map(({ label, unit, op, value, source }) => ({
    label,
    value: { zh: `${sign[op]} ${value} ${unit.zh}`, en: `${sign[op]} ${value} ${unit.en} (${source})` },
  }))
  const terms: readonly Line[] = [
    { label: { zh: '价格', en: 'Price' }, value: price ?? { zh: '没有登记', en: 'not recorded' } },
    { label: { zh: '交付', en: 'Hand-over' }, value: handOver },
    ...(plan ? [{ label: { zh: '手续', en: 'Procedures' }, value: planText(plan) }] : []),
  ]
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(name.zh)}</title>
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<style>${faces}${style}</style></head><body>
<header><div><h1>${escaped(name.zh)}</h1>${name.en === name.zh ? '' : `<h2>${escaped(name.en)}</h2>`}<p>${both(zone)}${card.place === null ? '' : ` · ${escaped(card.place)}`}</p></div>
<img src="${code}" alt="QR" width="104" height="104"></header>
${pitch ? `<p class="pitch">${both(pitch)}</p>` : ''}
<div class="two"><section>${section({ zh: '基本情况', en: 'The site' }, facts)}</section><section>${sketch(rings)}</section></div>
<div class="two"><section>${section({ zh: '配套', en: 'Utilities' }, utilities)}</section><section>${section({ zh: '条件', en: 'Terms' }, terms)}${
    bounds.length > 0 ? section({ zh: '控制指标', en: 'Indicators that bind' }, bounds) : ''
  }</section></div>
<footer>${card.sample ? '<b>样例数据，不是真实地块 Sample data, no real site</b> · ' : ''}${escaped(address)} · ${day} · 以正式公告和合同为准 The official notice and contract prevail</footer>
</body></html>`
}

const sign = { gte: '≥', lte: '≤' } as const
const style = `@page{size:A4;margin:14mm}body{margin:0;font:9.5pt/1.35 "Luodi Serif",serif;color:#111}h1{font:700 20pt "Luodi Heading",serif;margin:0}
h2{font:400 13pt "Luodi Serif",serif;margin:2pt 0 0}h3{font:700 11pt "Luodi Heading",serif;margin:9pt 0 3pt;border-bottom:1.2pt solid #0b57a4;color:#0b57a4}
header{display:flex;justify-content:space-between;gap:10mm}header p{margin:3pt 0}.pitch{margin:6pt 0;padding:5pt 8pt;background:#eef4fb}.two{display:grid;grid-template-columns:1fr 1fr;gap:8mm}
table{width:100%;border-collapse:collapse}td{padding:1.2pt 0;border-bottom:.4pt solid #bbb;vertical-align:top}td:first-child{width:40%}small{display:block;color:#444;font-size:7.5pt;line-height:1.2}
svg{width:100%;height:52mm}footer{margin-top:10pt;padding-top:4pt;border-top:.6pt solid #888;font-size:8.5pt;color:#333;overflow-wrap:anywhere}`

interface Line {
  readonly label: Label
  readonly value: Label
}

export function planText({ days, shorter, undecided, like }: NonNullable<SiteCard['plan']>): Label {
  if (days === null) return { zh: '到施工许可的天数还算不出', en: 'The days to the building permit cannot be told yet' }
  const [restZh, restEn] =
    undecided === 0 ? ['', ''] : [`，另有 ${undecided} 项要看项目情况`, `; ${undecided} matters depend on the project`]
  const gain = shorter !== null && shorter > 0
  return {
    zh: `到施工许可 ${days} 个工作日${gain ? `，比一般出让短 ${shorter} 个` : ''}${restZh}（按“${like}”的情况测算）`,
    en: `${days} working days to the building permit${gain ? `, ${shorter} fewer than on ordinary land` : ''}${restEn} (reckoned like “${like}”)`,
  }
}

function section(title: Label, lines: readonly Line[]): string {
  const rows = lines.map(({ label, value }) => `<tr><td>${stacked(label)}</td><td>${stacked(value)}</td></tr>`)
  return `<h3>${escaped(title.zh)} ${escaped(title.en)}</h3><table>${rows.join('')}</table>`
}

/** The outline with its width and depth; north is up. */
function sketch(rings: SiteCard['rings']): string {
  const points = rings.flat()
  if (points.length === 0) return ''
  const [width, height] = [Math.max(...points.map(([x]) => x)), Math.max(...points.map(([, y]) => y))]
  const edge = Math.max(width, height) * 0.08
  const path = rings.map((ring) => `M${ring.map(([x, y]) => `${x} ${(height - y).toFixed(2)}`).join('L')}Z`).join('')
  const size = (Math.max(width, height) * 0.045).toFixed(1)
  return `<h3>示意图 Sketch</h3><svg viewBox="${-edge} ${-edge} ${width + 2 * edge} ${height + 2.4 * edge}"><path d="${path}" fill="#e3edf8" fill-rule="evenodd" stroke="#0b57a4" stroke-width="${(edge / 12).toFixed(2)}"/><text x="${width / 2}" y="${height + edge}" font-size="${size}" text-anchor="middle">${Math.round(width)} m × ${Math.round(height)} m ↑ 北 N</text></svg>`
}

function stacked({ zh, en }: Label): string {
  return `${escaped(zh)}${en === zh ? '' : `<small>${escaped(en)}</small>`}`
}

function both({ zh, en }: Label): string {
  return en === zh ? escaped(zh) : `${escaped(zh)} ${escaped(en)}`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`)
}
