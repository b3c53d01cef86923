const isWeb = process.env.TARO_ENV === 'h5'

export default defineAppConfig({
  pages: ['tabs/home/index', 'tabs/map/index', 'tabs/hall/index', 'tabs/points/index', 'tabs/me/index'],
  subPackages: PACKAGES,
  window: {
    // The browser's header is drawn by Screen, with a back button a keyboard can reach; WeChat has its own.
    navigationStyle: isWeb ? 'custom' : 'default',
    navigationBarTitleText: '福驿',
    navigationBarBackgroundColor: isWeb ? '#FAF7F2' : '@paper',
    navigationBarTextStyle: isWeb ? 'black' : '@barText',
    backgroundColor: isWeb ? '#FAF7F2' : '@paper',
    backgroundTextStyle: isWeb ? 'dark' : '@pullText',
  },
  tabBar: {
    // Drawn by the tab pages themselves: WeChat's own bar knows neither 60px targets nor 18px labels.
    custom: true,
    color: isWeb ? '#6B6157' : '@tabInk',
    selectedColor: isWeb ? '#C8102E' : '@tabRed',
    backgroundColor: isWeb ? '#FFFFFF' : '@surface',
    borderStyle: 'white',
    list: [
      { pagePath: 'tabs/home/index', text: '首页' },
      { pagePath: 'tabs/map/index', text: '地图' },
      { pagePath: 'tabs/hall/index', text: '展馆' },
      { pagePath: 'tabs/points/index', text: '积分' },
      { pagePath: 'tabs/me/index', text: '我的' },
    ],
  },
  // Pages that slide are transformed, and nothing inside a transformed page can stay fixed to the window.
  ...(isWeb ? { animation: false } : {}),
  // The purpose is what WeChat shows when it asks. The fuzzy position excludes the exact one by WeChat's rule.
  permission: {
    'scope.userFuzzyLocation': { desc: '用来在手机里找离你近的网点和救助点，位置不会离开手机' },
  },
  requiredPrivateInfos: ['getFuzzyLocation'],
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'theme.json',
  ...(isWeb ? {} : { sitemapLocation: 'sitemap.json' }),
  // A recording goes on while the screen is locked.
  ...(isWeb ? {} : { requiredBackgroundModes: ['audio'] }),
  __usePrivacyCheck__: true,
})
