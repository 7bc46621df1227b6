import type { Label } from '../../../kernel/label.ts'
import { Problem } from '../../../kernel/problem.ts'

/** Why somebody who comes from a provider does not get in: the code's end stands in the security log, the sentence is what they read. */
const faults = {
  gone: {
    zh: '这个统一登录已停用，请用口令登录，或联系系统管理员。',
    en: 'This provider is switched off: sign in with your password, or ask the system administrator.',
  },
  unreachable: {
    zh: '统一登录暂时连不上，请稍后再试，或先用口令登录。',
    en: 'The identity provider cannot be reached at the moment: try again later, or sign in with your password.',
  },
  wrong_answer: {
    zh: '统一登录的答复无法核实，没有登录。请再试一次；仍不行，请告诉系统管理员。',
    en: 'The answer of the identity provider cannot be verified, so nobody was signed in. Try once more, then tell the administrator.',
  },
  flow_over: {
    zh: '这次登录已过期、已经用过，或不是在这个浏览器里开始的，请重新登录。',
    en: 'This sign-in is over, was used before, or was begun in another browser: begin again.',
  },
  declined: {
    zh: '登录在统一登录页面被取消或拒绝了，可以重试，或用口令登录。',
    en: 'The sign-in was cancelled or refused at the identity provider: try again, or use your password.',
  },
  no_account: {
    zh: '统一登录认出了您，但您在本区还没有账号，请联系系统管理员要一个邀请链接。',
    en: 'The provider knows you, but you have no account here yet: ask the system administrator for an invitation.',
  },
  no_group: {
    zh: '统一登录认出了您，但您所在的分组在本区没有角色，请联系安全管理员。',
    en: 'The provider knows you, but none of your groups has a role here: ask the security administrator.',
  },
  closed_domain: {
    zh: '只有指定邮箱域名且已验证的人员可以这样登录，请联系系统管理员。',
    en: 'Only people with a verified e-mail of certain domains come in this way: ask the system administrator.',
  },
  disabled: {
    zh: '您的账号已停用，请联系系统管理员。',
    en: 'Your account is disabled: ask the system administrator.',
  },
  other_home: {
    zh: '这个账号不是本区建立的，不能与本区的统一登录关联。',
    en: 'This account was made elsewhere and cannot be linked with a provider of this zone.',
  },
  administrator: {
    zh: '三员账号不能用这个统一登录进入，请用口令登录。',
    en: "An administrator's account is not entered by this provider: use the password.",
  },
  taken: {
    zh: '这个身份或这个账号已经关联过别的，请先解除原来的关联。',
    en: 'This identity, or this account, is linked with another one: end that link first.',
  },
  invitation_over: {
    zh: '邀请链接已用过、已过期或已作废，请向系统管理员要一个新的。',
    en: 'The invitation was used, has run out or was withdrawn: ask the system administrator for a new one.',
  },
  session_over: {
    zh: '登录状态已变，没有关联。请重新登录后再办。',
    en: 'You are no longer signed in as before, so nothing was linked: sign in and begin again.',
  },
} as const satisfies Readonly<Record<string, Label>>

export type FaultName = keyof typeof faults

/** `why`: for the security log only, a word of ours and nothing of what was sent. */
export function refused(name: FaultName, why?: string): Problem {
  return new Problem('rule_violated', `access.provider_${name}`, faults[name], why === undefined ? {} : { why })
}
