import { HttpRefusal, refusal } from '../http/answers.ts'

export const tooManyConnections = () =>
  new HttpRefusal(
    refusal(
      429,
      'live.too_many',
      '打开的页面过多，请关闭一些后再试。',
      'Too many pages are open: close some and try again.',
    ),
  )
