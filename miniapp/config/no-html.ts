/** In the place of Taro's reader of HTML text in WeChat's package: no page of ours sets `innerHTML` there. */
export const setInnerHTML = undefined
export const parser = undefined
