import { expect, it } from 'vitest'
import { type AccessFacts, explainSteps, type KindFacts, seesBy } from './explain.ts'

const kind: KindFacts = {
  label: { zh: '企业', en: 'Enterprise' },
  permission: 'enterprises.read',
  holders: ['officer', 'enterprise'],
  owned: true,
  personal: [{ zh: '手机', en: 'Mobile phone' }],
  revealers: ['officer'],
  record: { found: true, own: true },
}
const facts: AccessFacts = { disabled: false, mustChange: false, roles: ['officer'], kind }
const told = (given: Partial<AccessFacts>) => explainSteps({ ...facts, ...given })
const failing = (given: Partial<AccessFacts>) =>
  told(given)
    .filter(({ holds }) => holds !== true)
    .map(({ step, holds }) => `${step} ${holds}`)

it.each<[string, Partial<AccessFacts>, string[], boolean | null]>([
  ['an officer sees the record and its phone', {}, [], true],
  ['a disabled account sees nothing', { disabled: true }, ['account false'], false],
  ['an initial password shows nothing', { mustChange: true }, ['account false'], false],
  ['who has no role is no member', { roles: [] }, ['zone false', 'permission false', 'fields false'], false],
  [
    'a role without the permission is told who has it',
    { roles: ['audit'] },
    ['permission false', 'fields false'],
    false,
  ],
  ['an enterprise sees its own, phones masked', { roles: ['enterprise'] }, ['fields false'], true],
  [
    "another's record is none to an enterprise",
    { roles: ['enterprise'], kind: { ...kind, record: { found: true, own: false } } },
    ['own false', 'fields false'],
    false,
  ],
  ['a record that is not there', { kind: { ...kind, record: { found: false, own: false } } }, ['record false'], false],
  [
    'of a kind that the asker may not read nothing is told',
    { kind: { ...kind, record: 'hidden' } },
    ['record null'],
    null,
  ],
  [
    'nor whose it is',
    { roles: ['enterprise'], kind: { ...kind, record: 'hidden' } },
    ['own null', 'record null', 'fields false'],
    null,
  ],
])('%s', (_, given, expected, sees) => {
  expect(failing(given)).toEqual(expected)
  expect(seesBy(told(given))).toBe(sees)
})

it('names the roles that hold what is missing', () => {
  expect(told({ roles: ['audit'] })[2]?.text).toEqual({
    zh: '没有 enterprises.read；持有它的角色：经办人员、企业。',
    en: 'enterprises.read is missing; it is held by: Officer, Enterprise.',
  })
})

it('without a kind explains the account alone', () => {
  expect(told({ kind: null }).map(({ step }) => step)).toEqual(['account', 'zone'])
})
