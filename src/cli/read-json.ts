import { readFile } from 'node:fs/promises'
import { Problem } from '../kernel/problem.ts'

/** One JSON file that the caller named; refuses in one sentence when it is not there or is not JSON. */
export async function readJson(path: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw unreadable(
      path,
      missing ? '没有这个文件' : '无法读取',
      missing ? 'there is no such file' : 'it cannot be read',
    )
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    const where = cause instanceof Error ? cause.message.replaceAll(/\s+/g, ' ') : ''
    throw unreadable(path, `不是有效的 JSON（${where}）`, `it is not JSON (${where})`)
  }
}

function unreadable(path: string, zh: string, en: string): Problem {
  return new Problem(
    'invalid_input',
    'cli.unreadable_file',
    { zh: `${path}：${zh}。`, en: `${path}: ${en}.` },
    { path },
  )
}
