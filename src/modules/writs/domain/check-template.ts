import type { Label } from '../../../kernel/label.ts'
import { closest } from '../../../kernel/suggest.ts'
import type { TagUse, TemplateFault } from '../../../platform/documents/contract.ts'
import { kindMeanings, type WritKind } from '../contract/kinds.ts'
import { codePicture, type Tag, tagsOf } from '../contract/tags.ts'

/** A template as it was read. */
export interface TemplateReading {
  readonly tags: readonly TagUse[]
  readonly faults: readonly TemplateFault[]
  readonly pictures: readonly string[]
}

export interface Finding {
  /** It must be mended before the template can be used. */
  readonly refused: boolean
  readonly tag: string
  readonly text: Label
}

/** What is wrong with a template of this kind: tags that do not close, that nobody knows (with the nearest known one), and that are missing. */
export function checkTemplate(kind: WritKind, { tags, faults, pictures }: TemplateReading): Finding[] {
  if (faults.length > 0) return faults.map(faultFinding)
  const known = tagsOf(kind)
  const unknown = unknownIn(tags, known, [])
  const missing = known
    .filter(({ name, required }) => required && !uses(tags, name))
    .map((tag) => missingFinding(tag, kind))
  const picture = pictures.includes(codePicture) ? [] : [missingPicture]
  return [...unknown, ...missing, ...picture]
}

function uses(tags: readonly TagUse[], name: string): boolean {
  return tags.some((tag) => tag.name === name || (tag.within !== null && uses(tag.within, name)))
}

/** Within a row the row's own tags count first, then those around it. */
function unknownIn(tags: readonly TagUse[], known: readonly Tag[], outer: readonly Tag[]): Finding[] {
  const all = [...known, ...outer]
  return tags.flatMap((use) => {
    const found = all.find(({ name }) => name === use.name)
    if (!found) return [unknownFinding(use.name, all)]
    if (use.within === null) return found.within === undefined ? [] : [notRepeated(use.name)]
    return unknownIn(use.within, found.within ?? [], all)
  })
}

function unknownFinding(name: string, known: readonly Tag[]): Finding {
  const near =
    closest(
      name,
      known.map((tag) => tag.name),
    ) ?? sharing(name, known)
  const zh = near === null ? '' : `是不是“{${near}}”？`
  const en = near === null ? '' : ` Did you mean "{${near}}"?`
  return {
    refused: true,
    tag: name,
    text: { zh: `模板里的“{${name}}”没有对应的内容。${zh}`, en: `There is nothing behind "{${name}}".${en}` },
  }
}

/** Chinese tags are short: a slip of one sign in three or four is close, also where most letters differ. */
function sharing(name: string, known: readonly Tag[]): string | null {
  const signs = new Set(name)
  const scored = known.map((tag) => ({ name: tag.name, same: [...tag.name].filter((sign) => signs.has(sign)).length }))
  const best = scored.reduce((a, b) => (b.same > a.same ? b : a), { name: '', same: 1 })
  return best.name === '' ? null : best.name
}

function notRepeated(name: string): Finding {
  return {
    refused: true,
    tag: name,
    text: {
      zh: `“${name}”是多行内容，要写成 {#${name}}…{/${name}}。`,
      en: `"${name}" has several rows: write {#${name}}…{/${name}}.`,
    },
  }
}

function missingFinding({ name, meaning, within }: Tag, kind: WritKind): Finding {
  const tag = within === undefined ? `{${name}}` : `{#${name}}…{/${name}}`
  const { label } = kindMeanings[kind]
  return {
    refused: true,
    tag: name,
    text: {
      zh: `“${label.zh}”必须写明${meaning.zh}，模板里缺少 ${tag}。`,
      en: `A ${label.en.toLowerCase()} must state this, and the template lacks ${tag}: ${meaning.en}.`,
    },
  }
}

const missingPicture: Finding = {
  refused: true,
  tag: codePicture,
  text: {
    zh: `模板里没有二维码的位置：请保留原图，或插入一张图片并把替代文字写成“${codePicture}”。`,
    en: `There is no place for the code: keep the picture, or insert one whose alternative text is "${codePicture}".`,
  },
}

const faultTexts: Readonly<Record<string, (tag: string) => Label>> = {
  unclosed_loop: (tag) => ({
    zh: `{#${tag}} 没有结束，请在后面加上 {/${tag}}。`,
    en: `{#${tag}} does not end: add {/${tag}} after it.`,
  }),
  unopened_loop: (tag) => ({
    zh: `{/${tag}} 前面没有 {#${tag}}。`,
    en: `{/${tag}} has no {#${tag}} before it.`,
  }),
  closing_tag_does_not_match_opening_tag: (tag) => ({
    zh: `{#…} 与 {/…} 的名称不一致：${tag}。`,
    en: `{#…} and {/…} have different names: ${tag}.`,
  }),
}

function faultFinding({ reason, tag }: TemplateFault): Finding {
  const text = faultTexts[reason]?.(tag) ?? {
    zh: `“${tag}”附近的花括号没有成对，请检查 { 和 }。`,
    en: `The braces near "${tag}" do not match: look at { and }.`,
  }
  return { refused: true, tag, text }
}
