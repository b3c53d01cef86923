/**
 * What a month costs, computed from assumptions and list prices that stand here in full. `npm run costs` prints the
 * tables of docs/costs.md; a test holds the page to them.
 */

import { alarms, logMetrics, secrets } from './watched'

/** Per user and month, unless said otherwise. Each is a guess to be replaced by the dashboard's figures. */
export const assumptions = {
  /** Times the mini-program or the page is opened. */
  visits: 8,
  /** Share of users who come by browser; the mini-program's files are served by WeChat. */
  browserShare: 0.2,
  /** Releases after which a browser loads the files anew, and what it loads then. */
  releases: 2,
  filesPerLoad: 25,
  megabytesPerLoad: 0.6,
  /** A visit fetches the regions and the city's catalogue (the size is npm run bench's, for 800 places). */
  catalogueKilobytes: 25,
  regionsKilobytes: 3,
  /** Place pages opened in a visit; each asks the API once, uncached. */
  placesPerVisit: 1,
  placeKilobytes: 2,
  reportsPerUser: 0.02,
  /** Share of users who log in, and what such a user does in a month. A visit renews the session and shows the account. */
  memberShare: 0.3,
  checkInsPerMember: 5,
  giftListsPerMember: 3,
  redemptionsPerMember: 0.25,
  /** The order's page asks every two seconds while somebody shows its code, three minutes at most. */
  looksPerPickup: 30,
  /** Cities, and CloudFront locations that ask for them: each at most once a minute, as the answers allow. */
  cities: 2,
  edgeCaches: 6,
  /** Of a function call: warm, cold, and how many are cold. */
  warmMs: 8,
  coldMs: 700,
  coldShare: 0.01,
  functionGigabytes: 1,
  /** Log of the function and of the gateway. */
  logKilobytesPerCall: 0.9,
  /** Changes of the catalogue in a month (imports, edits), and the write units of each with its pack. */
  changes: 3000,
  writeUnitsPerChange: 60,
  writeUnitsPerReport: 12,
  /** Read units; where nothing is said a call reads half a unit, the catalogue's version. */
  readUnitsPerRenewal: 4,
  readUnitsPerAccount: 2,
  /** One document of the city's gifts; counting them anew is shared by all who ask. */
  readUnitsPerGiftList: 2,
  readUnitsPerEarning: 3,
  readUnitsPerRedemption: 20,
  /**
   * Transactional writes count twice: three items to earn; four to redeem, two to check the code, four to hand over; two to
   * renew a session.
   */
  writeUnitsPerEarning: 6,
  writeUnitsPerRedemption: 20,
  writeUnitsPerRenewal: 4,
  /** Functions that nearly all calls go to; Lambda traces a call a second of each, and this share of the others. */
  busyFunctions: 3,
  tracedShare: 0.05,
  /** Processes at a time that read their secrets again every five minutes. */
  warmProcesses: 6,
  tableGigabytes: 0.2,
  /** Every third visit looks at three pictures; what one weighs as a phone loads it: WebP as wide as its screen. */
  picturesPerVisit: 1,
  pictureKilobytes: 40,
  /** Pictures that lie there, and all the sizes of one; what staff upload in a month, each with its sizes, copies and checks. */
  picturesKept: 2000,
  megabytesPerPicture: 1.5,
  uploads: 200,
  writesPerUpload: 14,
  /** How often a location of CloudFront asks the bucket for a picture that is looked at: it keeps it for five minutes. */
  looksPerPictureAndDay: 20,
  /** Of the ledger, each year: an entry, a mark and a session weigh about half a kilobyte. */
  kilobytesPerMember: 40,
} as const

/** US dollars: us-east-1, CloudFront as in East Asia. Read in November 2026 on the pages that docs/costs.md names. */
export const prices = {
  cloudFrontGigabyte: 0.12,
  cloudFrontFreeGigabytes: 1000,
  cloudFrontRequests10k: 0.012,
  cloudFrontFreeRequests: 10_000_000,
  wafFixed: 5 + 4 * 1,
  wafMillion: 0.6,
  apiMillion: 1,
  lambdaMillion: 0.2,
  lambdaGigabyteSecond: 0.0000133334,
  lambdaFreeRequests: 1_000_000,
  lambdaFreeGigabyteSeconds: 400_000,
  readMillion: 0.125,
  writeMillion: 0.625,
  /** Storage 0.25 and point-in-time recovery 0.20. */
  tableGigabyte: 0.45,
  logGigabyte: 0.5,
  logFreeGigabytes: 5,
  alarm: 0.1,
  freeAlarms: 10,
  metric: 0.3,
  freeMetrics: 10,
  key: 1,
  /** Direct put; a record counts as 5 KB at least. */
  deliveryGigabyte: 0.029,
  traceMillion: 5,
  freeTraces: 100_000,
  secret: 0.4,
  secretCalls10k: 0.05,
  bucketGigabyte: 0.023,
  bucketWrites1k: 0.005,
  bucketReads1k: 0.0004,
} as const

const minutesPerMonth = 60 * 24 * 30

type Line = { name: string; usage: string; dollars: number }

/** What people who are logged in ask for in a month. */
const membersOf = (users: number) => {
  const a = assumptions
  const members = users * a.memberShare
  const renewals = members * a.visits
  const earnings = members * a.checkInsPerMember
  const lists = members * a.giftListsPerMember
  const redemptions = members * a.redemptionsPerMember
  const looks = redemptions * a.looksPerPickup
  return {
    // A redemption is asked for, its code is opened, the outlet checks and confirms it.
    calls: 2 * renewals + earnings + lists + 4 * redemptions + looks,
    readUnits:
      renewals * (a.readUnitsPerRenewal + a.readUnitsPerAccount) +
      earnings * a.readUnitsPerEarning +
      lists * a.readUnitsPerGiftList +
      redemptions * a.readUnitsPerRedemption +
      looks,
    writeUnits:
      renewals * a.writeUnitsPerRenewal +
      earnings * a.writeUnitsPerEarning +
      redemptions * a.writeUnitsPerRedemption,
    gigabytes: (members * a.kilobytesPerMember) / 1e6,
  }
}

/** Of that many calls in a month, at most: fewer where several come in one second. */
const tracesOf = (calls: number): number => {
  const first = Math.min(calls, assumptions.busyFunctions * 60 * minutesPerMonth)
  return first + (calls - first) * assumptions.tracedShare
}

/** What `users` monthly users make the services do. */
export const usageOf = (users: number) => {
  const a = assumptions
  const visits = users * a.visits
  const pageLoads = users * a.browserShare * a.releases
  const placeCalls = visits * a.placesPerVisit
  const reports = users * a.reportsPerUser
  const members = membersOf(users)
  // CloudFront answers for everyone and asks for each document at most once a minute and location.
  const documents = a.cities + 1
  const misses = Math.min(visits * 2, documents * a.edgeCaches * minutesPerMonth)
  const open = misses + placeCalls + reports
  const calls = open + members.calls
  const pictures = visits * a.picturesPerVisit
  const edgeRequests =
    visits * 2 + placeCalls + reports + pageLoads * a.filesPerLoad + members.calls + pictures
  const asked = a.picturesKept * a.looksPerPictureAndDay * 30 * a.edgeCaches
  const kilobytes =
    pictures * a.pictureKilobytes +
    visits * (a.catalogueKilobytes + a.regionsKilobytes) +
    (placeCalls + members.calls) * a.placeKilobytes
  return {
    edgeRequests,
    edgeGigabytes: kilobytes / 1e6 + (pageLoads * a.megabytesPerLoad) / 1e3,
    calls,
    gigabyteSeconds:
      (calls * a.functionGigabytes * (a.warmMs * (1 - a.coldShare) + a.coldMs * a.coldShare)) / 1000,
    readUnits: open * 0.5 + members.readUnits,
    writeUnits: a.changes * a.writeUnitsPerChange + reports * a.writeUnitsPerReport + members.writeUnits,
    tableGigabytes: a.tableGigabytes + members.gigabytes,
    logGigabytes: (calls * a.logKilobytesPerCall) / 1e6,
    traces: tracesOf(calls),
    bucketGigabytes: (a.picturesKept * a.megabytesPerPicture) / 1e3,
    bucketWrites: a.uploads * a.writesPerUpload,
    // Whoever is first at a location after five minutes makes it ask.
    bucketReads: Math.min(pictures, asked),
    secretCalls: (a.warmProcesses * minutesPerMonth) / 5,
  }
}

const above = (amount: number, free: number) => Math.max(0, amount - free)
const million = 1_000_000

/** The bill, line by line. */
export const billOf = (users: number): Line[] => {
  const u = usageOf(users)
  const p = prices
  return [
    {
      name: 'CloudFront, traffic',
      usage: `${round(u.edgeGigabytes)} GB`,
      dollars: above(u.edgeGigabytes, p.cloudFrontFreeGigabytes) * p.cloudFrontGigabyte,
    },
    {
      name: 'CloudFront, requests',
      usage: `${inMillions(u.edgeRequests)} M`,
      dollars: (above(u.edgeRequests, p.cloudFrontFreeRequests) / 10_000) * p.cloudFrontRequests10k,
    },
    {
      name: 'WAF',
      usage: `${inMillions(u.edgeRequests)} M`,
      dollars: p.wafFixed + (u.edgeRequests / million) * p.wafMillion,
    },
    {
      name: 'API Gateway',
      usage: `${inMillions(u.calls)} M calls`,
      dollars: (u.calls / million) * p.apiMillion,
    },
    {
      name: 'Lambda',
      usage: `${round(u.gigabyteSeconds)} GB-s`,
      dollars:
        (above(u.calls, p.lambdaFreeRequests) / million) * p.lambdaMillion +
        above(u.gigabyteSeconds, p.lambdaFreeGigabyteSeconds) * p.lambdaGigabyteSecond,
    },
    {
      name: 'DynamoDB',
      usage: `${inMillions(u.readUnits)} M reads, ${inMillions(u.writeUnits)} M writes`,
      dollars:
        (u.readUnits / million) * p.readMillion +
        (u.writeUnits / million) * p.writeMillion +
        u.tableGigabytes * p.tableGigabyte,
    },
    {
      name: 'S3, pictures',
      usage: `${round(u.bucketGigabytes)} GB, ${inMillions(u.bucketReads)} M reads`,
      dollars:
        u.bucketGigabytes * p.bucketGigabyte +
        (u.bucketWrites / 1000) * p.bucketWrites1k +
        (u.bucketReads / 1000) * p.bucketReads1k,
    },
    {
      name: 'Logs, alarms',
      usage: `${round(u.logGigabytes)} GB, ${alarms} alarms`,
      dollars:
        above(u.logGigabytes, p.logFreeGigabytes) * p.logGigabyte +
        above(alarms, p.freeAlarms) * p.alarm +
        above(logMetrics, p.freeMetrics) * p.metric,
    },
    {
      name: 'Address log',
      usage: `${inMillions(u.calls)} M lines`,
      dollars: p.key + ((u.calls * 5) / million) * p.deliveryGigabyte,
    },
    {
      name: 'X-Ray',
      usage: `at most ${inMillions(u.traces)} M traces`,
      dollars: (above(u.traces, p.freeTraces) / million) * p.traceMillion,
    },
    {
      name: 'Secrets',
      usage: `${secrets}, ${round(u.secretCalls)} reads`,
      dollars: secrets * p.secret + (u.secretCalls / 10_000) * p.secretCalls10k,
    },
  ]
}

/** The Markdown tables of docs/costs.md. */
export const costTables = (): string => {
  const sizes = [10_000, 1_000_000]
  const bills = sizes.map(billOf)
  const total = (bill: Line[]) => bill.reduce((sum, { dollars }) => sum + dollars, 0)
  const head = `| a month | ${sizes.map((users) => `${users.toLocaleString('en')} users | US$`).join(' | ')} |`
  const rows = bills[0]?.map(({ name }, row) => [
    name,
    ...bills.flatMap((bill) => [bill[row]?.usage, money(bill[row]?.dollars ?? 0)]),
  ])
  const last = ['**Total**', ...bills.flatMap((bill) => ['', `**${money(total(bill))}**`])]
  return [
    head,
    '|---|---|--:|---|--:|',
    ...[...(rows ?? []), last].map((row) => `| ${row.join(' | ')} |`),
  ].join('\n')
}

const round = (value: number) => Math.round(value).toLocaleString('en')
const inMillions = (value: number) => (value / million).toFixed(value < million ? 2 : 1)
const money = (dollars: number) => dollars.toFixed(2)
