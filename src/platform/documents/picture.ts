import type { Unpacked } from './unpack.ts'

const rels = 'word/_rels/document.xml.rels'
const document = 'word/document.xml'
const types = '[Content_Types].xml'
const imageType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'

/**
 * Puts a picture in the place of the one that is described so (alternative text, which Word and WPS both keep): its size and position stay as
 * the office has set them. Without such a picture nothing changes.
 */
export function placePicture(
  files: Unpacked,
  { describedAs, png }: { readonly describedAs: string; readonly png: Buffer },
): Unpacked {
  const xml = files.get(document)?.toString('utf8') ?? ''
  const relations = files.get(rels)?.toString('utf8') ?? ''
  const at = xml.indexOf(`descr="${describedAs}"`)
  if (at < 0) return files
  const id = 'rIdLuodiPicture'
  const placed = xml.slice(0, at) + xml.slice(at).replace(/r:embed="[^"]*"/, `r:embed="${id}"`)
  const target = 'media/luodi-picture.png'
  const relation = `<Relationship Id="${id}" Type="${imageType}" Target="${target}"/>`
  const declared = files.get(types)?.toString('utf8') ?? ''
  const withPng = /Extension="png"/i.test(declared)
    ? declared
    : declared.replace(/(<Types[^>]*>)/, '$1<Default Extension="png" ContentType="image/png"/>')
  return new Map([
    ...files,
    [document, Buffer.from(placed)],
    [rels, Buffer.from(relations.replace('</Relationships>', `${relation}</Relationships>`))],
    [types, Buffer.from(withPng)],
    [`word/${target}`, png],
  ])
}
