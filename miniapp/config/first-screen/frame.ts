/**
 * What stands in the page itself, before any script has come: the home page's bars, its search and its two ways in,
 * and grey lines where the answer will be. Its ways in are links: pressed early, they lead where the program then opens.
 */
/** One of the program's drawings (shared/components/icon): the page brings along the few that are used here. */
const icon = (name: string, size: 's' | 'm' | 'l' = 'm'): string =>
  `<span class="icon icon-${name} icon-size-${size}" aria-hidden="true"></span>`

const way = (tone: string, name: string, route: string, [title, text]: [string, string]): string =>
  `<a class="way${tone}" href="#${route}">${icon(name, 'l')}<b>${title}</b><span>${text}</span></a>`

const tab = (name: string, text: string, drawing = name): string =>
  `<a${name === 'home' ? ' class="on" aria-current="page"' : ''} href="#/tabs/${name}/index">${icon(drawing)}<span>${text}</span></a>`

const bones = (count: number): string =>
  '<div class="bone"></div><div class="bone short"></div>'.repeat(count)

/** `script` runs as soon as the frame begins: it knows how large letters are wanted and which page. */
export const frameHtml = (script: string): string =>
  [
    '<div id="frame" class="screen">',
    `<script>${script}</script>`,
    `<header><span class="city"><span class="bone"></span></span><span class="pill">${icon('large', 's')}大字版</span></header>`,
    '<main class="home">',
    `<a class="search" href="#/places/pages/search/index">${icon('search')}<span>找网点、地址、编号</span></a>`,
    `<div class="shortcuts"><a class="look" href="#/places/pages/search/index" aria-label="找网点、地址、编号">${icon('search')}</a><a href="#/tabs/map/index">附近网点</a><a class="aid" href="#/places/pages/aid/index">需要帮助</a></div>`,
    `<section role="status" aria-label="正在打开"><h2>现在开着，离得最近</h2><div class="answer" aria-hidden="true"><div class="bone"></div><div class="bone short"></div></div><div class="go" aria-hidden="true"></div></section>`,
    '<div class="ways">',
    way('', 'outlet', '/tabs/map/index', ['附近网点', '现在开着的']),
    way(' aid', 'aid', '/places/pages/aid/index', ['需要帮助', '不问姓名']),
    '</div></main>',
    `<main class="other" role="status" aria-label="正在打开">${bones(3)}</main>`,
    `<nav aria-label="主导航">${tab('home', '首页')}${tab('map', '地图')}${tab('hall', '展馆', 'exhibition')}${tab('points', '积分')}${tab('me', '我的')}</nav>`,
    '</div>',
  ].join('')
