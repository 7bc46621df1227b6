import { createRequire } from 'node:module'
import type { pinyin } from 'pinyin-pro'

const load = createRequire(import.meta.url)

let loaded: typeof pinyin | undefined

/**
 * The dictionary of sounds: nearly a megabyte of compiled code, which a start does without and which comes with the first name that is read.
 * Whoever reads names does so in the middle of other work and does not wait, hence `require`.
 */
export function dictionary(): typeof pinyin {
  loaded ??= (load('pinyin-pro') as { readonly pinyin: typeof pinyin }).pinyin
  return loaded
}
