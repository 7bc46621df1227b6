import { createHash } from 'node:crypto'
import { kindMeanings, type WritKind } from '../contract/kinds.ts'
import { codePicture } from '../contract/tags.ts'
import { templateTexts } from './template-texts.ts'

export interface TemplateFile {
  readonly bytes: Buffer
  readonly sha256: string
}

const made = new Map<WritKind, Promise<TemplateFile>>()

/** The template that comes with the program, as a Word file; made once. */
export function shippedTemplate(kind: WritKind): Promise<TemplateFile> {
  const known = made.get(kind)
  if (known) return known
  const file = build(kind)
  made.set(kind, file)
  return file
}

/** The picture of the code: dark on white with its quiet zone, so that a phone reads it from paper. */
export async function codePng(text: string): Promise<Buffer> {
  const { default: QRCode } = await import('qrcode')
  return QRCode.toBuffer(text, { type: 'png', errorCorrectionLevel: 'M', margin: 2, width: 360 })
}

async function build(kind: WritKind): Promise<TemplateFile> {
  // Loaded with the first template, not with the program: a start does without.
  const { writeOfficial } = await import('../../../platform/documents/official.ts')
  const { addressee, blocks, signs } = templateTexts[kind]
  const office = signs === 'office'
  const bytes = await writeOfficial({
    head: office ? '{发文机关}' : null,
    number: '{文号}',
    title: kind === 'certificate' ? '行政许可证' : kindMeanings[kind].label.zh,
    mark: ['{#样例说明}', '{样例说明}', '{/样例说明}'],
    addressee: addressee ? '{申请人}：' : null,
    blocks: office ? blocks : [...blocks, { text: '受理机关：{发文机关}' }],
    closing: [office ? '{发文机关}' : '{申请人}（盖章）', '{成文日期}'],
    picture: {
      png: await codePng(codePicture),
      describedAs: codePicture,
      lines: ['核验码：{核验码}', '扫码或在核验页输入核验码，可查验本文书真伪与状态。{核验网址}'],
    },
  })
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
