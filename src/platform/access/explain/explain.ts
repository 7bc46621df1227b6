import type { Label } from '../../../kernel/label.ts'
import { outsiders, type Role, roleLabels } from '../../../kernel/role.ts'
import type { AccessStep } from '../contract/explain.ts'

/** What is known of an account and of what it asks for. */
export interface AccessFacts {
  readonly disabled: boolean
  readonly mustChange: boolean
  /** In this zone; none: it is no member. */
  readonly roles: readonly Role[]
  readonly kind: KindFacts | null
}

export interface KindFacts {
  readonly label: Label
  readonly permission: string
  /** Roles that hold the permission. */
  readonly holders: readonly Role[]
  /** Whether records of the kind belong to one enterprise each. */
  readonly owned: boolean
  /** Personal fields, and the roles that may see them in full. */
  readonly personal: readonly Label[]
  readonly revealers: readonly Role[]
  /** Null: none was named. `hidden`: whoever asks may not read this kind, and learns nothing of its records. */
  readonly record: 'hidden' | { readonly found: boolean; readonly own: boolean } | null
}

/** The walls of a read in the order in which the server asks them (default deny): account, zone, permission, own enterprise, record, fields. */
export function explainSteps({ disabled, mustChange, roles, kind }: AccessFacts): AccessStep[] {
  const steps = [accountStep(disabled, mustChange), zoneStep(roles)]
  if (!kind) return steps
  const outside = roles.length > 0 && roles.every((role) => (outsiders as readonly Role[]).includes(role))
  return [
    ...steps,
    permissionStep(roles, kind),
    ...(outside && kind.owned ? [ownStep(kind)] : []),
    ...(kind.record === null ? [] : [recordStep(kind.record)]),
    ...(kind.personal.length > 0 ? [fieldsStep(roles, kind)] : []),
  ]
}

/** Masked fields hide no record; whatever else does not hold does. */
export function seesBy(steps: readonly AccessStep[]): boolean | null {
  const walls = steps.filter(({ step }) => step !== 'fields')
  if (walls.some(({ holds }) => holds === false)) return false
  return walls.some(({ holds }) => holds === null) ? null : true
}

function accountStep(disabled: boolean, mustChange: boolean): AccessStep {
  const step = 'account'
  if (disabled) return { step, holds: false, text: { zh: '账号已停用。', en: 'The account is disabled.' } }
  if (!mustChange) return { step, holds: true, text: { zh: '账号可以登录。', en: 'The account can sign in.' } }
  const zh = '账号还在用初始口令，修改之前什么都不能看。'
  return {
    step,
    holds: false,
    text: { zh, en: 'The account still has its initial password and sees nothing before it is changed.' },
  }
}

function zoneStep(roles: readonly Role[]): AccessStep {
  const step = 'zone'
  if (roles.length > 0) {
    return {
      step,
      holds: true,
      text: { zh: `在本区的角色：${zhOf(roles)}。`, en: `Roles in this zone: ${enOf(roles)}.` },
    }
  }
  const zh = '在本区没有角色：本区的一切对它都像不存在（404）。'
  return {
    step,
    holds: false,
    text: { zh, en: 'No role in this zone: all of it answers as if it did not exist (404).' },
  }
}

function permissionStep(roles: readonly Role[], { permission, holders }: KindFacts): AccessStep {
  const by = roles.filter((role) => holders.includes(role))
  const step = 'permission'
  if (by.length > 0) {
    const text = { zh: `因角色“${zhOf(by)}”持有 ${permission}。`, en: `${permission} is held through: ${enOf(by)}.` }
    return { step, holds: true, text }
  }
  const [zhWho, enWho] = holders.length === 0 ? ['没有任何角色', 'no role at all'] : [zhOf(holders), enOf(holders)]
  return {
    step,
    holds: false,
    text: {
      zh: `没有 ${permission}；持有它的角色：${zhWho}。`,
      en: `${permission} is missing; it is held by: ${enWho}.`,
    },
  }
}

function ownStep({ record }: KindFacts): AccessStep {
  const step = 'own'
  if (record === null || record === 'hidden') {
    const zh = '外部账号只看到自己企业的资料。'
    return {
      step,
      holds: record === null ? true : null,
      text: { zh, en: 'An account from outside sees what is of its own enterprise only.' },
    }
  }
  return record.own
    ? { step, holds: true, text: { zh: '是它自己企业的资料。', en: 'The record is of its own enterprise.' } }
    : {
        step,
        holds: false,
        text: {
          zh: '不是它自己企业的资料，对它像不存在（404）。',
          en: 'The record is not of its own enterprise: to it there is none (404).',
        },
      }
}

function recordStep(record: Exclude<KindFacts['record'], null>): AccessStep {
  const step = 'record'
  if (record === 'hidden') {
    const zh = '您自己无权查看这类资料，因此不核对这一条是否存在。'
    return {
      step,
      holds: null,
      text: { zh, en: 'You may not read this kind yourself, so whether there is such a record is not looked up.' },
    }
  }
  return record.found
    ? { step, holds: true, text: { zh: '本区有这一条资料。', en: 'The record is there, in this zone.' } }
    : { step, holds: false, text: { zh: '本区没有这一条资料。', en: 'There is no such record in this zone.' } }
}

function fieldsStep(roles: readonly Role[], { personal, revealers }: KindFacts): AccessStep {
  const zhFields = personal.map(({ zh }) => zh).join('、')
  const enFields = personal.map(({ en }) => en).join(', ')
  const may = roles.some((role) => revealers.includes(role))
  const text = may
    ? {
        zh: `个人信息字段（${zhFields}）列表中遮蔽，可单独查看全文，每次留痕。`,
        en: `Personal fields (${enFields}) are masked in lists and shown in full on demand, each time journaled.`,
      }
    : {
        zh: `个人信息字段（${zhFields}）始终遮蔽；可看全文的角色：${zhOf(revealers)}。`,
        en: `Personal fields (${enFields}) stay masked; they are shown in full to: ${enOf(revealers)}.`,
      }
  return { step: 'fields', holds: may, text }
}

const zhOf = (roles: readonly Role[]) => roles.map((role) => roleLabels[role].zh).join('、')
const enOf = (roles: readonly Role[]) => roles.map((role) => roleLabels[role].en).join(', ')
