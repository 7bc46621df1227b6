import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = { name: { zh: '载体', en: 'Space' }, links: [] }
