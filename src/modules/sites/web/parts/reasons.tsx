import { useText } from '../../../../web/text.tsx'
import type { SiteReason } from '../../contract/find.ts'

export const outcomeSigns = {
  met: { zh: '✓ 符合', en: '✓ met' },
  partly: { zh: '△ 部分符合', en: '△ in part' },
  missed: { zh: '✗ 不符合', en: '✗ missed' },
  unknown: { zh: '? 没有登记', en: '? not recorded' },
} as const satisfies Record<SiteReason['outcome'], unknown>

const order = { missed: 0, partly: 1, unknown: 2, met: 3 }

/** Misses first, each in a sentence; what a site must meet is marked. */
export function Reasons({ reasons }: { readonly reasons: readonly SiteReason[] }) {
  const say = useText()
  return (
    <ul className="sites-reasons small">
      {[...reasons]
        .sort((a, b) => order[a.outcome] - order[b.outcome])
        .map(({ name, outcome, must, reason }) => (
          <li key={name} className={`sites-${outcome}`}>
            <strong>{say(outcomeSigns[outcome])}</strong> {say(reason)}
            {must && outcome !== 'met' && ` ${say({ zh: '（必备）', en: '(needed)' })}`}
          </li>
        ))}
    </ul>
  )
}
