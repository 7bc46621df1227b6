import { hostile } from './refusals.ts'
import { type Content, type PackedPart, textOfPart, unreadable } from './zip.ts'

/** A place outside of the folder into which somebody may unpack the document. */
const climbs = /(^|[/\\])\.\.([/\\]|$)|\\|^[A-Za-z]:|\0/
const program = /vbaProject\.bin$|\.(exe|dll|js|jse|vbs|vbe|bat|cmd|com|scr|msi|ps1|hta|lnk|jar|zip|rar|7z)$/i
const macros = /macroEnabled|ms-office\.vbaProject/i
/** Relations that an office program follows when the document is opened, without anybody having clicked. */
const followed = /<Relationship\s[^<>]*\/(attachedTemplate|oleObject|frame|subDocument|externalLinkPath)["'][^<>]*>/gi
const looksOutside = /TargetMode\s*=\s*["']External["']/i

/** Refuses a document of office that holds programs, reaches out when it is opened, or does harm where it is unpacked. */
export async function refuseUnsafeParts(file: Content, parts: readonly PackedPart[]): Promise<void> {
  if (parts.some(({ name, isLink }) => isLink || climbs.test(name))) throw unsafeParts()
  if (parts.some(({ isEncrypted }) => isEncrypted)) throw encrypted()
  if (parts.some(({ name }) => program.test(name))) throw holdsProgram()
  for (const part of parts) {
    if (part.name === '[Content_Types].xml' && macros.test(await readableText(file, part))) throw holdsProgram()
    if (/\.rels$/i.test(part.name) && reachesOut(await readableText(file, part))) throw reachesElsewhere()
  }
}

/** In another encoding than the one that all office programs write, nothing would be found. */
async function readableText(file: Content, part: PackedPart): Promise<string> {
  const text = await textOfPart(file, part)
  if (text.includes('\0')) throw unreadable()
  return text
}

function reachesOut(relations: string): boolean {
  return [...relations.matchAll(followed)].some(([one]) => looksOutside.test(one))
}

const holdsProgram = () =>
  hostile(
    'holds_program',
    '文件含有宏、程序或压缩包，请去除后再上传。',
    'The file holds macros, programs or archives: remove them first.',
  )

const reachesElsewhere = () =>
  hostile(
    'fetches_from_elsewhere',
    '文件打开时会从别处取模板或对象，请改为内含后再上传。',
    'When it is opened the file fetches a template or an object from elsewhere: include it first.',
  )

const encrypted = () =>
  hostile(
    'encrypted',
    '文件已加密，无法检查，请去除密码后再上传。',
    'The file is encrypted: remove the password first.',
  )

const unsafeParts = () =>
  hostile(
    'unsafe_parts',
    '文件内部的路径不安全，请重新导出后再上传。',
    'Parts of the file point outside of it: export it again, then upload it.',
  )
