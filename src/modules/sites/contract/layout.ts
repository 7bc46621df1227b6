import type { Label } from '../../../kernel/label.ts'

export const blockUseLabels = {
  production: { zh: '生产', en: 'Production' },
  storage: { zh: '仓储', en: 'Storage' },
  office: { zh: '办公生活', en: 'Office and living' },
  yard: { zh: '堆场', en: 'Yard' },
} as const satisfies Readonly<Record<string, Label>>
export type BlockUse = keyof typeof blockUseLabels

/** One house or yard of a study. Metres; `x` east and `y` north of the parcel's south-west corner, of its middle; `turn` in degrees against the clock. */
export interface Block {
  readonly name: string
  readonly use: BlockUse
  readonly width: number
  readonly depth: number
  /** 0 for a yard. */
  readonly storeys: number
  readonly storeyHeight: number
  readonly x: number
  readonly y: number
  readonly turn: number
}

export const mostBlocks = 60

/** A layout as people read it and as it is kept: one line a block, `厂房1 生产 80×40 2层×8.5 位置 60,45 转 15`. */
export function layoutText(blocks: readonly Block[]): string {
  return blocks
    .map(
      (one) =>
        `${one.name} ${blockUseLabels[one.use].zh} ${one.width}×${one.depth} ${one.storeys}层×${one.storeyHeight} 位置 ${one.x},${one.y} 转 ${one.turn}`,
    )
    .join('\n')
}

const decimal = '(\\d{1,4}(?:\\.\\d{1,2})?)'
const place = '(-?\\d{1,4}(?:\\.\\d{1,2})?)'
const line = new RegExp(
  `^(\\S{1,30}) (${Object.values(blockUseLabels)
    .map(({ zh }) => zh)
    .join(
      '|',
    )}) ${decimal}[×xX*]${decimal} (\\d{1,2})层[×xX*]${decimal} 位置 ${place},${place} 转 (-?\\d{1,3}(?:\\.\\d)?)$`,
)

/** The blocks of a layout, or the first line that cannot be read. */
export function readLayout(text: string): { readonly blocks: readonly Block[] } | { readonly wrong: string } {
  const lines = text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const blocks: Block[] = []
  for (const one of lines) {
    const parts = line.exec(one)
    const use = (Object.keys(blockUseLabels) as BlockUse[]).find((key) => blockUseLabels[key].zh === parts?.[2])
    if (!parts || !use || blocks.length >= mostBlocks) return { wrong: one }
    const [width = 0, depth = 0, storeys = 0, storeyHeight = 0, x = 0, y = 0, turn = 0] = parts.slice(3).map(Number)
    if (width === 0 || depth === 0) return { wrong: one }
    blocks.push({ name: parts[1] ?? '', use, width, depth, storeys, storeyHeight, x, y, turn })
  }
  return { blocks }
}

/** Why a layout is refused, or null. */
export function faultOfLayout(text: string): Label | null {
  const read = readLayout(text)
  if ('blocks' in read) return null
  return {
    zh: `这一行读不懂：“${read.wrong.slice(0, 60)}”。每行写：名称 用途 宽×深 层数×层高 位置 东,北 转 角度，最多 ${mostBlocks} 行。`,
    en: `This line cannot be read: “${read.wrong.slice(0, 60)}”. Each line: name, use, width×depth, storeys×height, place and turn; ${mostBlocks} lines at most.`,
  }
}
