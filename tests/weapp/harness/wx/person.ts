/** The person holding the phone: what they allow, where they are, and what the phone around them is like. */
export interface Person {
  /** What they press when WeChat shows the privacy guide. */
  agreesToPrivacy: boolean
  /** What they press when WeChat asks for the position. */
  grantsLocation: boolean
  /** GCJ-02; null: the phone cannot tell (location service off). */
  position: { longitude: number; latitude: number } | null
  /** `none`: every request fails as in a dead zone. */
  network: 'wifi' | '4g' | 'none'
  theme: 'light' | 'dark'
  /** What they press in `wx.showModal`. */
  confirmsModals: boolean
  /** Which row they press in `wx.showActionSheet`; null: cancel. */
  picksAction: number | null
  /** What `wx.login` gives for them, good once; null: WeChat is busy with itself. */
  loginCode: () => Promise<string | null>
  /** What the camera reads in `wx.scanCode`; null: cancel. */
  scans: string | null
  /** What this client has not, by the names that `wx.canIUse` takes. */
  lacks: readonly string[]
}

/** Somebody in Huai'an's Qingjiangpu with a good network who says yes to everything. */
export function person(overrides: Partial<Person> = {}): Person {
  return {
    agreesToPrivacy: true,
    grantsLocation: true,
    position: { longitude: 119.021357, latitude: 33.597864 },
    network: 'wifi',
    theme: 'light',
    confirmsModals: true,
    picksAction: 0,
    loginCode: async () => null,
    scans: null,
    lacks: [],
    ...overrides,
  }
}

/** Something WeChat itself would have shown or done outside the page: a toast, a call, the phone's map. */
export interface WeChatAction {
  readonly api: string
  readonly options: unknown
}
