import type { KindView } from '../../../kernel/kind-view.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { Finding } from './form-values.ts'

interface Issue {
  readonly path: string
  readonly zh: string
  readonly en: string
}

/** What the server refused, at the fields where it shows; empty when it names none of them. */
export function issuesOf(error: unknown, kind: KindView): readonly Finding[] {
  if (!(error instanceof Problem)) return []
  const { issues, field } = error.details
  const listed = Array.isArray(issues) ? issues.filter(isIssue) : []
  const named = listed.length > 0 ? listed : typeof field === 'string' ? [{ path: field, ...error.text }] : []
  return named.flatMap(({ path, zh, en }) => {
    const found = kind.fields.find(({ name }) => name === path.split('.')[0])
    if (found === undefined) return []
    // The server names the field as the API does; a reader knows it by its label.
    const told = (text: string, label: string) =>
      text.replaceAll(`“${found.name}”`, `“${label}”`).replaceAll(`"${found.name}"`, label)
    return [{ field: found.name, text: { zh: told(zh, found.label.zh), en: told(en, found.label.en) } }]
  })
}

function isIssue(value: unknown): value is Issue {
  return typeof value === 'object' && value !== null && 'path' in value && 'zh' in value && 'en' in value
}
