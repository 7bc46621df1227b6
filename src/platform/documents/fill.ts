import { createRequire } from 'node:module'
import type Docxtemplater from 'docxtemplater'
import type { DXT } from 'docxtemplater'
import type PizZip from 'pizzip'
import type { TagUse, TemplateFault } from './contract.ts'
import { placePicture } from './picture.ts'
import { type Unpacked, type Unusable, unpackWord } from './unpack.ts'
import { placeFoot } from './word-foot.ts'

/** What a template is filled with: texts, and rows for what repeats. */
export interface FillValues {
  readonly [tag: string]: string | null | readonly FillRow[]
}
export type FillRow = Readonly<Record<string, string | null>>

/** Stands where a value is missing, as on a printed form. */
export const blank = '——'

export interface ReadTemplate {
  readonly tags: readonly TagUse[]
  readonly faults: readonly TemplateFault[]
  /** Texts that describe pictures: one of them may say that it is to be replaced. */
  readonly pictures: readonly string[]
}

/** The tags of a template (`{企业名称}`, `{#补正内容}…{/补正内容}`), what does not fit together, and its pictures; or why it is no template. */
export function readTemplate(bytes: Buffer): ReadTemplate | Unusable {
  const files = unpackWord(bytes)
  if (typeof files === 'string') return files
  const pictures = [...textOf(files, 'word/document.xml').matchAll(/\bdescr="([^"]*)"/g)].map(([, text = '']) => text)
  const parts: DXT.Part[] = []
  try {
    open(files, [collector(parts)])
  } catch (error) {
    const faults = faultsOf(error)
    if (faults.length === 0) return 'damaged'
    return { tags: [], faults, pictures }
  }
  return { tags: usesOf(parts), faults: [], pictures }
}

interface Filling {
  readonly picture?: { readonly describedAs: string; readonly png: Buffer }
  readonly foot?: string | null
}

/**
 * Fills a template; `picture` replaces the one that is described as `describedAs`, `foot` (see `paperFoot`) stands at the end of every page.
 * What has no value shows as a blank line.
 */
export function fillTemplate(bytes: Buffer, values: FillValues, { picture, foot = null }: Filling = {}): Buffer {
  const files = unpackWord(bytes)
  if (typeof files === 'string') throw new Error(`no template: ${files}`)
  const document = open(picture ? placePicture(files, picture) : files)
  document.render(values)
  if (foot !== null) placeFoot(document.getZip(), foot)
  return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** Hears of every part of the text as the library has understood it. */
function collector(parts: DXT.Part[]): DXT.Module {
  return {
    name: 'collector',
    set: ({ inspect }: { inspect?: { postparsed?: readonly DXT.Part[] } }) => {
      if (inspect?.postparsed) parts.push(...inspect.postparsed)
    },
  }
}

const read = createRequire(import.meta.url)
/** Seventy small files: read with the first document, and not at every start. */
const library = () => ({
  Document: read('docxtemplater') as typeof Docxtemplater,
  Zip: read('pizzip') as typeof PizZip,
})

function open(files: Unpacked, modules: DXT.Module[] = []): Docxtemplater {
  const { Document, Zip } = library()
  const zip = new Zip()
  for (const [name, content] of files) zip.file(name, content)
  return new Document(zip, {
    modules,
    paragraphLoop: true,
    linebreaks: true,
    parser: plainParser,
    nullGetter: ({ module }: DXT.Part) => (module === 'loop' ? [] : blank),
    errorLogging: false,
  })
}

/** A tag is a name and nothing else: no path, no expression, nothing inherited by every object. A value outside the row's own is not repeated. */
function plainParser(tag: string): DXT.Parser {
  return {
    get: (scope: unknown) => {
      if (typeof scope !== 'object' || scope === null || !Object.hasOwn(scope, tag)) return null
      const value = (scope as Readonly<Record<string, unknown>>)[tag]
      return value === '' ? null : value
    },
  }
}

function faultsOf(error: unknown): TemplateFault[] {
  const { properties } = error as { properties?: { id?: string; xtag?: string; errors?: readonly unknown[] } }
  if (!properties) return []
  if (Array.isArray(properties.errors)) return properties.errors.flatMap(faultsOf)
  return properties.id === undefined ? [] : [{ reason: properties.id, tag: String(properties.xtag ?? '') }]
}

function usesOf(parts: readonly DXT.Part[]): TagUse[] {
  const placed = parts.filter(({ type }) => type === 'placeholder')
  return placed.map((part) => ({
    name: part.module === undefined || part.module === '' || part.module === 'loop' ? part.value : part.raw,
    within: part.module === 'loop' ? usesOf(part.subparsed ?? []) : null,
  }))
}

function textOf(files: Unpacked, name: string): string {
  return files.get(name)?.toString('utf8') ?? ''
}
