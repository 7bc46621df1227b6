import { Problem, type ProblemKind, statusOfKind } from '../kernel/problem.ts'

const kinds = Object.keys(statusOfKind) as ProblemKind[]

/** Turns an `application/problem+json` answer back into the Problem that was thrown on the server. */
export async function problemOf(answer: Response): Promise<Problem> {
  const kind = kinds.find((name) => statusOfKind[name] === answer.status) ?? 'internal'
  const body = record(await answer.json().catch(() => null))
  const said = record(body.text ?? body.message)
  const zh = text(said.zh) ?? text(body.detail)
  const en = text(said.en) ?? text(body.detail)
  const unexpected = {
    zh: `服务器没有给出可读的回答（${answer.status}），请稍后重试。`,
    en: `The server gave no readable answer (${answer.status}): try again in a moment.`,
  }
  const label = { zh: zh ?? unexpected.zh, en: en ?? unexpected.en }
  return new Problem(kind, text(body.code) ?? 'web.unreadable_answer', label, record(body.details))
}

/** Whatever was thrown, as one sentence for a person. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem('internal', 'web.page_failed', {
    zh: '页面出错了：请刷新重试。已填的内容在地址里，不会丢失。',
    en: 'The page failed: reload it. What you entered is in the address and is not lost.',
  })
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
