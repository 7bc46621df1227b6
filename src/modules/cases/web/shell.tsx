import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '办件', en: 'Cases' },
  links: [
    { to: '/today', label: { zh: '今天', en: 'Today' }, order: 1, needs: ['cases.oversee'] },
    { to: '/inbox', label: { zh: '待办', en: 'Inbox' }, order: 2, needs: ['cases.read'] },
    { to: '/backdated', label: { zh: '补录', en: 'Entered late' }, order: 30, needs: ['cases.oversee'] },
    { to: '/my', label: { zh: '我的项目', en: 'My project' }, order: 1, needs: ['cases.own'] },
    { to: '/phone', label: { zh: '代办', en: 'On the road' }, order: 1, needs: ['cases.assist'] },
  ],
}
