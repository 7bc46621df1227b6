import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = { name: { zh: '日历', en: 'Calendars' } }
