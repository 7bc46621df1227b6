import type { KindView } from '../../../kernel/kind-view.ts'
import type { Label } from '../../../kernel/label.ts'

const tabs = [
  { key: 'facts', label: { zh: '内容', en: 'Details' }, inside: false },
  { key: 'comments', label: { zh: '评论', en: 'Comments' }, inside: true },
  { key: 'files', label: { zh: '附件', en: 'Files' }, inside: true },
  { key: 'links', label: { zh: '关联', en: 'Links' }, inside: true },
  { key: 'history', label: { zh: '历史', en: 'History' }, inside: false },
] as const
export type RecordTab = (typeof tabs)[number]['key']

/** The tabs of a record for its reader: what the administration keeps to itself is not shown to who stands outside. */
export function recordTabs({ may }: KindView): readonly { readonly key: RecordTab; readonly label: Label }[] {
  return tabs.filter(({ inside }) => may.inside || !inside)
}

/** The tab that the address names; its values where it names none. */
export function tabOf(kind: KindView, text: string | undefined): RecordTab {
  return recordTabs(kind).find(({ key }) => key === text)?.key ?? 'facts'
}
