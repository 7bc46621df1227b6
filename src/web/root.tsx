import { createRootRoute, Outlet } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect } from 'react'
import { Header } from './header.tsx'
import { Offline } from './kit/offline.tsx'
import { Waiting } from './kit/queue/waiting.tsx'
import { useDark, usePreferences } from './preferences.ts'
import { PrintedFoot } from './printed-foot.tsx'
import { FirstPage } from './session/first-page.tsx'
import { useEndOfSession } from './session/use-end-of-session.ts'
import { useText } from './text.tsx'
import { themeOf } from './theme.ts'

const htmlLanguage = { zh: 'zh-CN', en: 'en' }
const locales = { zh: zhCN, en: enUS }

function Shell() {
  const { language, large } = usePreferences()
  const dark = useDark()
  const say = useText()
  useEndOfSession()
  useEffect(() => {
    document.documentElement.lang = htmlLanguage[language]
    document.documentElement.classList.toggle('large', large)
  }, [language, large])
  return (
    <ConfigProvider theme={themeOf(dark, large)} locale={locales[language]} button={{ autoInsertSpace: false }}>
      <a className="skip" href="#main">
        {say({ zh: '跳到正文', en: 'Skip to content' })}
      </a>
      <Header />
      <Offline />
      <Waiting />
      <PrintedFoot />
      <main id="main" tabIndex={-1}>
        <FirstPage>
          <Outlet />
        </FirstPage>
      </main>
    </ConfigProvider>
  )
}

export const Route = createRootRoute({ component: Shell })
