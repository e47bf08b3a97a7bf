'use client' // The framework accepts nothing else here. Public pages never load it unless they fail.

/** When even the layout fails. Says nothing of the error: that is for the log. */
export default function GlobalError() {
  return (
    <html lang="zh-Hant-HK">
      <head>
        <title>暫時未能顯示 · 暂时无法显示 · Temporarily unavailable</title>
      </head>
      <body>
        <main>
          <h1>
            暫時未能顯示 · <span lang="zh-Hans-CN">暂时无法显示</span> ·{' '}
            <span lang="en-HK">Temporarily unavailable</span>
          </h1>
          <p>本網站出現錯誤，請稍後再試。</p>
          <p lang="zh-Hans-CN">本网站出现错误，请稍后再试。</p>
          <p lang="en-HK">Something went wrong here. Please try again later.</p>
        </main>
      </body>
    </html>
  )
}
