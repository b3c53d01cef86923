import { useEffect } from 'react'
import { Card } from '@/shared/components/card'
import { Hint } from '@/shared/components/text'
import { type FeedOf, feedForms, feedPath } from './addresses'
import css from './bulletins.module.scss'

/** The browser: links for whoever reads feeds, and for programs that look for them in the page. */
export function Feeds(of: FeedOf) {
  const { region, category } = of
  useEffect(() => {
    const links = feedForms.map((form) => {
      const link = document.createElement('link')
      link.rel = 'alternate'
      link.type = form.type
      link.title = `公益发布（${form.name}）`
      link.href = feedPath({ region, category }, form)
      return link
    })
    document.head.append(...links)
    return () => links.forEach((link) => void link.remove())
  }, [region, category])
  return (
    <Card title="订阅">
      <Hint>{`用阅读软件订阅${category === null ? '' : '这一栏'}，有新的发布会自动收到。`}</Hint>
      <div className={css.feeds}>
        {feedForms.map((form) => (
          <a
            key={form.ending}
            className={css.feed}
            href={feedPath(of, form)}
            type={form.type}
            target="_blank"
            rel="noopener"
          >
            {form.name}
          </a>
        ))}
      </div>
    </Card>
  )
}
