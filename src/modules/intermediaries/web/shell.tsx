import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '中介委托', en: 'Intermediaries' },
  links: [
    { to: '/assignments', label: { zh: '等我的材料', en: 'Asked of me' }, order: 1, needs: ['intermediaries.answer'] },
  ],
}
