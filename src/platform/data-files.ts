import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../kernel/problem.ts'

const dataFolder = join(import.meta.dirname, '..', '..', 'data')

/** What the installation ships under `data/`: one parsed JSON file, its path relative to that folder. */
export function readDataFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(join(dataFolder, path), 'utf8'))
  } catch (cause) {
    const because = cause instanceof Error ? cause.message : String(cause)
    throw new Problem('invalid_input', 'data.unreadable', {
      zh: `数据文件 data/${path} 无法读取：${because}`,
      en: `The data file data/${path} cannot be read: ${because}`,
    })
  }
}

/** Every JSON file of a folder under `data/`, in the order of names. */
export function readDataFolder(folder: string): readonly { readonly path: string; readonly content: unknown }[] {
  const names = readdirSync(join(dataFolder, folder)).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => ({ path: `${folder}/${name}`, content: readDataFile(`${folder}/${name}`) }))
}
