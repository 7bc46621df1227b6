import type { ShellLink } from '../shell-part.ts'

/** Pages of administration, each for who holds its permission. */
export const adminPages: readonly ShellLink[] = [
  { to: '/admin/accounts', label: { zh: '人员与账号', en: 'People and accounts' }, order: 1, needs: ['access.read'] },
  { to: '/admin/providers', label: { zh: '统一登录', en: 'Single sign-on' }, order: 1, needs: ['access.read'] },
  {
    to: '/admin/catalogue',
    label: { zh: '事项目录版本', en: 'Catalogue versions' },
    order: 2,
    needs: ['access.manage'],
  },
  {
    to: '/admin/writ-templates',
    label: { zh: '文书模板', en: 'Templates of writs' },
    order: 3,
    needs: ['writs.administer'],
  },
  { to: '/admin/events', label: { zh: '登录与授权日志', en: 'Sign-ins and roles' }, order: 3, needs: ['access.audit'] },
  { to: '/admin/journal', label: { zh: '日志', en: 'Journal' }, order: 4, needs: ['journal.read'] },
  {
    to: '/admin/channels',
    label: { zh: '消息渠道', en: 'Message channels' },
    order: 6,
    needs: ['delivery.manage'],
  },
  { to: '/escalation', label: { zh: '升级规则', en: 'Escalation rules' }, order: 7, needs: ['followups.writeRules'] },
  { to: '/admin/system', label: { zh: '系统状况', en: 'System' }, order: 9, needs: ['system.metrics'] },
  { to: '/admin/backups', label: { zh: '备份', en: 'Backups' }, order: 8, needs: ['backups.manage'] },
  { to: '/admin/jobs', label: { zh: '后台任务', en: 'Jobs' }, order: 5, needs: ['jobs.manage'] },
]
