import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', '..', '..', 'data', 'fonts')

/** Names under which the shipped font stands in printed pages, its bold as a heading's face; a browser without them goes on to its own. */
const shipped = 'Luodi Serif'
const shippedHeading = 'Luodi Heading'

/** What stands in for the fonts of official documents (GB/T 9704-2012), the machine's own first. Collections (.ttc) come last: their outlines are embedded as pictures of signs. */
const families: readonly { readonly of: RegExp; readonly names: readonly string[] }[] = [
  { of: /小标宋|XiaoBiaoSong/i, names: ['FZXiaoBiaoSong-B05S', '方正小标宋简体', 'STZhongsong', shippedHeading] },
  { of: /仿宋|FangSong/i, names: ['FangSong_GB2312', 'FangSong', 'STFangsong', shipped] },
  { of: /楷|Kai/i, names: ['KaiTi_GB2312', 'KaiTi', 'STKaiti', shipped] },
  { of: /黑|SimHei|Hei/i, names: ['SimHei', shippedHeading] },
]
const song = ['SimSun', shipped]

/** The families of a run: Latin letters and figures first, then the East Asian font or what stands in for it. */
export function fontFamily(eastAsian: string, latin: string | undefined): string {
  const plain = (name: string) => name.replace(/["\\;{}<>]/g, '')
  const names = families.find(({ of }) => of.test(eastAsian))?.names ?? song
  const all = [...(latin === undefined ? [] : [latin]), eastAsian, ...names].map((name) => `"${plain(name)}"`)
  return [...new Set(all), 'serif'].join(', ')
}

let faces: string | undefined

/** The shipped font as CSS with its files within: outlines of TrueType, so that a PDF embeds them as such. */
export function shippedFaces(): string {
  faces ??= [face(shipped, 400, 400), face(shipped, 700, 700), face(shippedHeading, 400, 700)].join('')
  return faces
}

/** Chinese and Latin lie in two files; a sign is looked for in both. */
function face(name: string, weight: number, file: number): string {
  return ['', '-latin']
    .map((part) => {
      const bytes = readFileSync(join(folder, `noto-serif-sc${part}-${file}.woff2`)).toString('base64')
      const range = part === '' ? '' : ';unicode-range:U+0-FF,U+2000-206F,U+2122'
      return `@font-face{font-family:"${name}";font-weight:${weight}${range};src:url(data:font/woff2;base64,${bytes}) format("woff2")}`
    })
    .join('')
}
