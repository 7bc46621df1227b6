import { useRouter } from '@tanstack/react-router'
import type { Label } from '../../kernel/label.ts'
import { adminPages } from '../admin/pages.ts'
import { useKinds } from '../kit/records/use-kinds.ts'
import { useWork } from '../kit/session/use-work.ts'
import { setPreferences, usePreferences } from '../preferences.ts'
import { shellLinks } from '../shell-part.ts'

/** Something that the command menu does when it is chosen. */
export interface Item {
  readonly key: string
  readonly label: Label
  readonly run: () => void
}

/** Pages and actions that the reader may use here. */
export function useItems(): { readonly pages: readonly Item[]; readonly actions: readonly Item[] } {
  const router = useRouter()
  const work = useWork()
  const { kinds = [] } = useKinds()
  const { language, large } = usePreferences()
  const zone = work?.zone.code
  const go = (to: string, more: Readonly<Record<string, string>> = {}) => {
    void router.navigate({ to, search: { ...(zone !== undefined && { zone }), ...more } })
  }
  const pages = [...shellLinks, ...adminPages].filter(
    ({ to, needs }) => to in router.routesByPath && (!needs || needs.some((one) => work?.may(one))),
  )
  return {
    pages: [
      ...pages.map(({ to, label }) => ({ key: to, label, run: () => go(to) })),
      ...kinds.map(({ path, labels }) => ({ key: path, label: labels.many, run: () => go(`/records/${path}`) })),
    ],
    actions: [
      ...kinds
        .filter(({ may }) => may.write)
        .map(({ path, labels: { one } }) => ({
          key: `new-${path}`,
          label: { zh: `新建${one.zh}`, en: `New ${one.en.toLowerCase()}` },
          run: () => go(`/records/${path}`, { record: 'new' }),
        })),
      {
        key: 'large',
        label: large ? { zh: '关闭大字', en: 'Normal print' } : { zh: '大字', en: 'Large print' },
        run: () => setPreferences({ large: !large }),
      },
      {
        key: 'language',
        label: { zh: '切换到英文 English', en: 'Switch to Chinese 中文' },
        run: () => setPreferences({ language: language === 'zh' ? 'en' : 'zh' }),
      },
      { key: 'password', label: { zh: '修改口令', en: 'Change password' }, run: () => go('/password') },
    ],
  }
}
