import type { ShellPart } from '../../../web/shell-part.ts'

/** The guide and the plan read the same address: walking from one to the other keeps every answer. */
export const shell: ShellPart = {
  links: [
    { to: '/guide', label: { zh: '投资指南', en: "Investor's guide" }, order: 10, family: 'plan' },
    { to: '/plan', label: { zh: '方案', en: 'Plan' }, order: 30, family: 'plan' },
  ],
}
