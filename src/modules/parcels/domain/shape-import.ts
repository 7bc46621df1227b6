import { areaSqm } from '../../../kernel/geometry/area.ts'
import { overlapSqm } from '../../../kernel/geometry/clip.ts'
import type { Shape } from '../../../kernel/geometry/shape.ts'
import type { Label } from '../../../kernel/label.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { Doubt } from '../contract/shape.ts'
import type { ShapeFinding } from '../contract/shape-import.ts'
import { type Finding, findingsOf, type Overlap } from './draw.ts'

/*
 * A file of shapes goes in whole or not at all; each of its shapes stands under the rules of one that is drawn by hand (see draw.ts; 不动产登记暂行条例
 * 2024, Art. 8), and those of one file may not overlap one another either.
 */

/** A shape of a file with the name that it is spoken of by. */
export interface Numbered {
  readonly number: number
  readonly code: string
  readonly name: string
  readonly shape: Shape
}

export const plainFinding = ({ doubt, text }: Pick<Finding, 'doubt' | 'text'>): ShapeFinding => ({
  ...{ doubt, text, with: null },
})

/** What one shape shares with the others of its file. */
export function overlapsInFile(one: Numbered, others: readonly Numbered[]): readonly ShapeFinding[] {
  const own = areaSqm(one.shape)
  return others
    .filter(({ number }) => number !== one.number)
    .flatMap(({ number, code, name, shape }) => {
      const sqm = overlapSqm(one.shape, shape)
      const overlap: Overlap = { code, name, sqm, ofSqm: Math.min(own, areaSqm(shape)) }
      // All else that could be found of the shape is found once, elsewhere.
      const found = findingsOf({ shape: one.shape, datum: 'cgcs2000', envelope: null, overlaps: [overlap] })
      return found
        .filter((finding) => finding.code === 'overlap')
        .map(({ doubt, text }) => ({ doubt, text, with: number }))
    })
}

/** Two shapes of a file for one parcel: which of them is meant cannot be known. */
export function twiceFinding(label: string, number: number): ShapeFinding {
  return {
    ...{ doubt: null, with: number },
    text: {
      zh: `第 ${number} 个图形也是“${label}”：只勾选其中一个。`,
      en: `Shape ${number} is ${label} too: take one of the two only.`,
    },
  }
}

export const noCode: Label = {
  zh: '没有地块编号，也没有与名称相同的地块：请在文件里加“地块编号”列（字段）再传。',
  en: 'It has no code, and no parcel bears its name: add a column (field) 地块编号 to the file and send it again.',
}

export const noShape: Label = { zh: '没有图形，请检查文件。', en: 'It has no shape: look at the file.' }

export const retiredParcel: Label = {
  zh: '这个编号的地块已因分割或合并注销：请用后续地块的编号。',
  en: 'The parcel of this code ended by a split or merge: use the code of what came of it.',
}

/** Throws the first thing that speaks against one of the shapes and that nobody has answered, saying of which. */
export function refuseShapes(
  shapes: readonly { readonly number: number; readonly label: string; readonly findings: readonly ShapeFinding[] }[],
  accepted: readonly Doubt[],
): void {
  for (const { number, label, findings } of shapes) {
    const open = findings.find(({ doubt }) => doubt === null || !accepted.includes(doubt))
    if (!open) continue
    const { doubt, text } = open
    throw new Problem(
      'rule_violated',
      'parcels.shape_refused',
      {
        zh: `第 ${number} 个图形（${label}）：${text.zh}全部未导入。`,
        en: `Shape ${number} (${label}): ${text.en} Nothing was imported.`,
      },
      { number, ...(doubt !== null && { accept: doubt }) },
    )
  }
}
