/** Beside what changes the second factor: somebody who came in without it, or with the old one, is out. */
export const othersEnd = {
  zh: '随后，您在其他地方的登录都会退出。',
  en: 'Your sign-ins elsewhere then end.',
}
