import { useText } from '../../../../web/text.tsx'
import type { WritKind } from '../../contract/kinds.ts'
import { tagsOf } from '../../contract/tags.ts'

/** What may stand in braces in a template of this kind, and what must. */
export function TagList({ kind }: { readonly kind: WritKind }) {
  const say = useText()
  return (
    <details>
      <summary>{say({ zh: '可以使用的标签', en: 'Tags that can be used' })}</summary>
      <ul>
        {tagsOf(kind).map(({ name, meaning, required, within }) => (
          <li key={name}>
            <code>{within ? `{#${name}}${within.map((tag) => `{${tag.name}}`).join('')}{/${name}}` : `{${name}}`}</code>{' '}
            {say(meaning)} {required && <strong>{say({ zh: '必须有', en: 'required' })}</strong>}
          </li>
        ))}
      </ul>
    </details>
  )
}
