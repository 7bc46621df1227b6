import type PizZip from 'pizzip'

/** Puts a line in small type at the end of every footer of a Word document, or at the end of the text when it has no footer. */
export function placeFoot(zip: PizZip, foot: string): void {
  const paragraph = `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/></w:pPr><w:r><w:rPr><w:sz w:val="13"/></w:rPr><w:t xml:space="preserve">${escaped(foot)}</w:t></w:r></w:p>`
  const footers = Object.keys(zip.files).filter((name) => /^word\/footer\d*\.xml$/.test(name))
  for (const name of footers) replaceLast(zip, name, { before: '</w:ftr>', put: paragraph })
  if (footers.length > 0) return
  const name = 'word/document.xml'
  const before = text(zip, name).includes('<w:sectPr') ? '<w:sectPr' : '</w:body>'
  replaceLast(zip, name, { before, put: paragraph })
}

function replaceLast(zip: PizZip, name: string, { before, put }: { readonly before: string; readonly put: string }) {
  const whole = text(zip, name)
  const at = whole.lastIndexOf(before)
  if (at >= 0) zip.file(name, whole.slice(0, at) + put + whole.slice(at))
}

function text(zip: PizZip, name: string): string {
  return zip.file(name)?.asText() ?? ''
}

function escaped(words: string): string {
  return words.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
