import type { Label } from './label.ts'

/** What an account may be in one zone. An account may hold several roles, but never two administrators'. */
export const roles = [
  'leader',
  'officer',
  'agent',
  'promoter',
  'operator',
  'enterprise',
  'intermediary',
  'talent',
  'supervisor',
  'admin',
  'security',
  'audit',
] as const
export type Role = (typeof roles)[number]

/**
 * Three administrators kept apart (三员分立): `admin` makes accounts, `security` says what they may do, `audit` reads what was done.
 * No account holds two of them in one zone, and none may do another's acts.
 */
export const administrators = ['admin', 'security', 'audit'] as const satisfies readonly Role[]

/** Roles of people outside the administration: they see what is their own and nothing of others. */
export const outsiders = ['enterprise', 'intermediary', 'talent'] as const satisfies readonly Role[]

export const roleLabels: Readonly<Record<Role, Label>> = {
  leader: { zh: '管委会领导', en: 'Leader' },
  officer: { zh: '经办人员', en: 'Officer' },
  agent: { zh: '代办员', en: 'Agent' },
  promoter: { zh: '招商人员', en: 'Investment promoter' },
  operator: { zh: '运营公司', en: 'Operator' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  intermediary: { zh: '中介机构', en: 'Intermediary' },
  talent: { zh: '人才', en: 'Talent' },
  supervisor: { zh: '督查人员', en: 'Supervisor' },
  admin: { zh: '系统管理员', en: 'System administrator' },
  security: { zh: '安全管理员', en: 'Security administrator' },
  audit: { zh: '审计管理员', en: 'Audit administrator' },
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text)
}

/** The administrators' roles among these; two or more must not come together. */
export function administratorsAmong(held: readonly Role[]): readonly Role[] {
  return administrators.filter((role) => held.includes(role))
}
